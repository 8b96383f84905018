internal import AzureMLSupport

extension Directory {
    /// How often a folder is emptied into which somebody puts something meanwhile.
    private static let removalAttempts = 20
    /// How deep a tree may be: each level holds a folder open and a place on the stack.
    private static let removalDepth = 200

    /// Removes an entry with everything below it; links are removed, not followed.
    ///
    /// What another process removes meanwhile is removed, and what it adds goes too, unless it never stops adding.
    package func removeTree(_ name: String) throws(FileSystemError) {
        try removeTree(name, depth: Self.removalDepth)
    }

    private func removeTree(_ name: String, depth: Int) throws(FileSystemError) {
        for attempt in 1... {
            do {
                switch try kind(name) {
                case .folder: try directory(name).removeContent(depth: depth)
                case .regularFile, .link, .other: break
                case nil: return
                }
                return try remove(name)
            } catch let error where Self.isCausedByOthers(error) && error.path == "\(path)/\(name)" {
                guard attempt < Self.removalAttempts else { throw error }
            }
        }
    }

    /// Whether another process changed what was to be removed.
    private static func isCausedByOthers(_ error: FileSystemError) -> Bool {
        error.isMissing || error.isTaken || error.isNotFolder
    }

    private func removeContent(depth: Int) throws(FileSystemError) {
        guard depth > 0 else { throw FileSystemError(.remove, path, .isTooDeep(limit: Self.removalDepth)) }
        try renameUnreadableNames()
        for entry in try names() { try removeTree(entry, depth: depth - 1) }
    }

    /// Gives what has a name that is no UTF-8 another one, under which it can be removed.
    private func renameUnreadableNames() throws(FileSystemError) {
        for name in try SystemCalls.entries(in: handle).compactMap(\.unreadableName) {
            let newName = Self.randomName()
            try announce(.rename, newName)
            do {
                try SystemCalls.rename(name, in: handle, to: newName)
            } catch let error where error.isMissing {}
        }
    }
}
