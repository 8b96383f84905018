internal import AzureMLSupport
internal import AzureMLSystem

extension CondaDependenciesError {
    /// The kind of file that was to be read.
    enum FileRole {
        case condaFile, requirementsFile

        fileprivate var name: String {
            switch self {
            case .condaFile: "conda file"
            case .requirementsFile: "requirements file"
            }
        }

        fileprivate var usualFileName: String {
            switch self {
            case .condaFile: "environment.yml"
            case .requirementsFile: "requirements.txt"
            }
        }
    }

    /// Creates the error for a file that cannot be read, at the location that names the file.
    init(_ error: FileSystemError, reading path: String, as role: FileRole, namedAt place: SourceLocation? = nil) {
        // An empty path means the working directory, and a message needs a visible path.
        let path = path.isEmpty ? "." : path
        let location = place ?? SourceLocation(file: path)
        switch error.reason {
        case _ where error.isMissing:
            self.init(
                .fileUnreadable,
                "there is no file '\(path)'",
                at: location,
                hint: path.hasPrefix("/")
                    ? "check the path"
                    : "check the path; it is relative to '\(ProcessContext.current.currentDirectory)'",
                underlying: error
            )
        case .isNotRegularFile:
            self.init(
                .fileUnreadable,
                "'\(path)' is not a regular file",
                at: location,
                hint: "give the path of the \(role.name) itself, such as '\(path)/\(role.usualFileName)'",
                underlying: error
            )
        case .isTooLarge(let limit):
            self.init(
                .tooLarge,
                "'\(path)' has more than \(limit) bytes, which is the maximum",
                at: location,
                hint: "check that this is a \(role.name)",
                underlying: error
            )
        default:
            self.init(
                .fileUnreadable,
                "'\(path)' cannot be read: \(error.reasonText)",
                at: location,
                hint: error.hint(forWrongPath: "give the path of a \(role.name)"),
                underlying: error
            )
        }
    }
}
