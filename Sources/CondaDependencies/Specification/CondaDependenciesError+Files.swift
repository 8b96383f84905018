internal import AzureMLSupport
internal import AzureMLSystem

extension CondaDependenciesError {
    /// What a file was to be read as.
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

    /// Says why a file that the user named cannot be read, at the place that names it.
    init(_ error: FileSystemError, reading path: String, as role: FileRole, namedAt place: SourceLocation? = nil) {
        // What an empty path stands for, and what a message can show.
        let path = path.isEmpty ? "." : path
        let location = place ?? SourceLocation(file: path)
        switch error.reason {
        case _ where error.isMissing:
            self.init(
                .unreadableFile,
                "there is no file '\(path)'",
                at: location,
                hint: "check the path; it is relative to '\(ProcessContext.current.currentDirectory)'",
                underlying: error
            )
        case .isNotRegularFile:
            self.init(
                .unreadableFile,
                "'\(path)' is no file",
                at: location,
                hint: "give the path of the \(role.name) itself, such as '\(path)/\(role.usualFileName)'",
                underlying: error
            )
        case .isTooLarge(let limit):
            self.init(
                .tooLarge,
                "'\(path)' has more than \(limit) bytes, which is the most that is read",
                at: location,
                hint: "check that this is a \(role.name)",
                underlying: error
            )
        default:
            self.init(
                .unreadableFile,
                "'\(path)' cannot be read: \(error.reasonText)",
                at: location,
                underlying: error
            )
        }
    }
}
