internal import AzureMLSupport
internal import AzureMLSystem

extension BuildContext {
    /// Writes the context to a folder, from which any engine can build it.
    ///
    /// - Parameters:
    ///   - path: The path of the folder; created, with the folders above it, if it does not exist.
    ///   - modificationTime: The time of all entries, in seconds since 1970.
    /// - Throws: ``ImageBuildError`` with the code `contextUnwritable` when the folder is not empty, since its files
    ///   would become part of the context, or when it cannot be written.
    public func write(to path: String, modificationTime: Int = 0) throws {
        do {
            let root = try Directory.createAll(path: ProcessContext.current.absolutePath(path))
            guard try root.names().isEmpty else {
                throw Self.unwritable("the folder '\(path)' is not empty", path, underlying: nil)
            }
            try write(to: root, modificationTime: modificationTime)
        } catch let error as FileSystemError {
            throw Self.unwritable("the build context cannot be written: \(error)", path, underlying: error)
        }
    }

    private func write(to root: Directory, modificationTime: Int) throws(FileSystemError) {
        var open = OpenFolders(root: root, modificationTime: modificationTime)
        for entry in entries.sorted(by: Entry.precedesInFolderOrder) {
            let names = entry.path.utf8.split(separator: UInt8(ascii: "/"))
            try open.close(downTo: names.count)
            let name = names.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
            switch entry.content {
            case .file(let bytes, _):
                try open.last.makeFile(name, bytes, mode: UInt32(entry.content.mode))
                try open.last.setTimes(name, to: modificationTime)
            case .link(let target):
                try open.last.makeLink(name, to: target)
                try open.last.setTimes(name, to: modificationTime)
            case .folder:
                open.append(try open.last.makeDirectory(name, mode: UInt32(entry.content.mode)), named: name)
            }
        }
        try open.close(downTo: 1)
    }

    private static func unwritable(_ message: String, _ path: String, underlying: (any Error)?) -> ImageBuildError {
        ImageBuildError(
            .contextUnwritable,
            message,
            at: SourceLocation(file: path),
            hint: "choose a new folder, in a place where you have write permission",
            underlying: underlying
        )
    }
}

/// The open folders from the root to the one that is being filled.
private struct OpenFolders {
    private var folders: [(name: String, folder: Directory)] = []
    private let root: Directory
    private let modificationTime: Int

    init(root: Directory, modificationTime: Int) {
        self.root = root
        self.modificationTime = modificationTime
    }

    var last: Directory { folders.last?.folder ?? root }

    mutating func append(_ folder: Directory, named name: String) {
        folders.append((name, folder))
    }

    /// Closes the last folders until `count` are open, including the root.
    mutating func close(downTo count: Int) throws(FileSystemError) {
        while folders.count + 1 > count, let closed = folders.popLast() {
            // Set last, because writing into a folder changes its time.
            try last.setTimes(closed.name, to: modificationTime)
        }
    }
}

extension BuildContext.Entry {
    /// Orders entries so that the contents of a folder follow it directly; in byte order, `a-b` is between `a` and
    /// `a/b`.
    fileprivate static func precedesInFolderOrder(_ left: Self, _ right: Self) -> Bool {
        left.path.utf8.lexicographicallyPrecedes(right.path.utf8) { left, right in
            (left == UInt8(ascii: "/") ? 0 : left) < (right == UInt8(ascii: "/") ? 0 : right)
        }
    }
}
