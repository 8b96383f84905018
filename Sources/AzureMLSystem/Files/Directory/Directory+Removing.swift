internal import AzureMLSupport

extension Directory {
    /// The number of attempts to empty a folder to which other processes keep adding entries.
    private static let removalAttempts = 20
    /// The maximum depth of a tree: each level keeps a folder open and takes space on the stack.
    private static let removalDepth = 200

    /// Removes an entry with everything below it; links are removed, not followed.
    ///
    /// Another process may remove entries at the same time. Entries that it adds are removed too, unless it never stops
    /// adding them.
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

    /// Whether the error shows that another process changed the entry during its removal.
    private static func isCausedByOthers(_ error: FileSystemError) -> Bool {
        error.isMissing || error.isTaken || error.isNotFolder
    }

    private func removeContent(depth: Int) throws(FileSystemError) {
        guard depth > 0 else { throw FileSystemError(.remove, path, .isTooDeep(limit: Self.removalDepth)) }
        try renameUnreadableNames()
        for entry in try names() { try removeTree(entry, depth: depth - 1) }
    }

    /// Renames the entries whose names are not UTF-8, so that they can be removed by name.
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
