package import AzureMLSupport

/// An operation on a file or folder that did not succeed: what was tried, on which path, and why not.
package struct FileSystemError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Reason: Sendable, Hashable {
        /// The system's error number, one of the `E…` constants.
        case system(Int32)
        case isLink
        case isNotRegularFile
        case isTooLarge(limit: Int)
        case isTooDeep(limit: Int)
        /// A name that is empty, `.`, `..`, or holds a slash or a zero byte.
        case isNoFileName
    }

    package let operation: FileOperation.Kind
    package let path: String
    package let reason: Reason

    package init(_ operation: FileOperation.Kind, _ path: String, _ reason: Reason) {
        self.operation = operation
        self.path = path
        self.reason = reason
    }

    /// The system's error number; `nil` when no system call failed.
    package var systemCode: Int32? {
        guard case .system(let code) = reason else { return nil }
        return code
    }

    package var reasonText: String {
        switch reason {
        case .system(let code): SystemCalls.text(of: code)
        case .isLink: "it is a symbolic link"
        case .isNotRegularFile: "it is not a regular file"
        case .isTooLarge(let limit): "it is larger than \(limit) bytes"
        case .isTooDeep(let limit): "more than \(limit) folders lie in each other there"
        case .isNoFileName: "this is not the name of a file"
        }
    }

    package var description: String {
        "cannot \(operation.rawValue) '\(path)': \(reasonText)".escapingControlCharacters
    }
}

extension FileSystemError {
    /// What the user can do about it; `nil` where the message says all there is.
    package var hint: FixHint? {
        if isDiskFull { return "free some space on that disk and try again" }
        if isReadOnly { return "nothing can be written on that disk: choose a folder on another one" }
        if isForbidden {
            return operation.changesDisk
                ? "give your user the right to write there, or choose another folder"
                : "give your user the right to read it"
        }
        if isNameTooLong { return "choose a shorter name, or a folder with a shorter path" }
        if isOutOfDescriptors { return "close some files, or raise the limit of open ones: ulimit -n" }
        return nil
    }
}
