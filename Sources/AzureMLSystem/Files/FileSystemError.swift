internal import AzureMLSupport

/// A failed operation on a file or folder, with its path and the reason.
package struct FileSystemError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Reason: Sendable, Hashable {
        /// The system's error number, one of the `E…` constants.
        case system(Int32)
        case isLink
        case isNotRegularFile
        case isTooLarge(limit: Int)
        case isTooDeep(limit: Int)
        /// A name that is empty, `.` or `..`, or that contains a slash or a zero byte.
        case isInvalidFileName
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
        case .isTooDeep(let limit): "more than \(limit) folders are nested there"
        case .isInvalidFileName: "it is not a valid file name"
        }
    }

    package var description: String {
        "cannot \(operation.rawValue) '\(path)': \(reasonText)".escapingControlCharacters
    }
}

extension FileSystemError {
    /// The advice for the user; `nil` when there is nothing to add to the message.
    package var hint: String? {
        if isDiskFull { return "free some space on that disk and try again" }
        if isReadOnly { return "that disk is read-only: choose a folder on another one" }
        if isForbidden {
            return operation.changesDisk
                ? "give your user permission to write there, or choose another folder"
                : "give your user permission to read it"
        }
        if isNameTooLong { return "choose a shorter name, or a folder with a shorter path" }
        if isOutOfDescriptors { return "close some files, or raise the limit on open files: ulimit -n" }
        return nil
    }
}
