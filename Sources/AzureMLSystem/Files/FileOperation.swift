/// An operation on the file system, reported to an observer before it happens.
package struct FileOperation: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case openFolder = "open folder"
        case createFolder = "create folder"
        case list = "list"
        case inspect = "inspect"
        case lock = "lock"
        case read = "read"
        case createFile = "create file"
        case write = "write"
        case synchronize = "save to disk"
        case rename = "rename"
        case link = "put in place"
        case remove = "remove"
        case changeMode = "change permissions of"

        /// Whether the operation can change the disk.
        package var changesDisk: Bool {
            switch self {
            case .openFolder, .list, .inspect, .lock, .read: false
            case .createFolder, .createFile, .write, .synchronize, .rename, .link, .remove, .changeMode: true
            }
        }
    }

    package let kind: Kind
    package let path: String

    package init(kind: Kind, path: String) {
        self.kind = kind
        self.path = path
    }

    package typealias Observer = @Sendable (FileOperation) throws(FileSystemError) -> Void

    /// An observer for tests, which throws or ends the process before an operation.
    @TaskLocal package static var observer: Observer?

    static func announce(_ kind: Kind, _ path: @autoclosure () -> String) throws(FileSystemError) {
        guard let observer else { return }
        try observer(FileOperation(kind: kind, path: path()))
    }
}
