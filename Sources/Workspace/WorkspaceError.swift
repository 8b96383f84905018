public import AzureMLSupport
internal import AzureMLSystem

/// An error of a workspace: its folder, its configuration file, or what is stored in it.
///
/// > Python: `azureml.exceptions.WorkspaceException`, `azureml.exceptions.UserErrorException`
public struct WorkspaceError: AzureMLError {
    /// The kind of error.
    public let code: ErrorCode<WorkspaceError>
    /// What is wrong, where, and what to do.
    public let report: ErrorReport

    /// Makes an error from its parts.
    public init(code: ErrorCode<WorkspaceError>, report: ErrorReport) {
        self.code = code
        self.report = report
    }
}

extension ErrorCode where Failure == WorkspaceError {
    /// There is no workspace in that folder.
    public static var notFound: Self { Self("workspace-not-found") }
    /// There is a workspace already.
    public static var alreadyExists: Self { Self("workspace-exists") }
    /// The folder for a new workspace holds something else.
    public static var directoryNotEmpty: Self { Self("workspace-directory-not-empty") }
    /// The workspace in that folder has another name, subscription or resource group.
    public static var identityDiffers: Self { Self("workspace-identity-differs") }
    /// The workspace was written by a later version of this SDK.
    public static var futureFormat: Self { Self("workspace-format-unknown") }
    /// No configuration file was found.
    public static var configurationNotFound: Self { Self("workspace-configuration-not-found") }
    /// The configuration file cannot be used.
    public static var configurationInvalid: Self { Self("workspace-configuration-invalid") }
    /// A name or version that cannot be stored.
    public static var nameInvalid: Self { Self("name-invalid") }
    /// A document with more files or bytes than a version may have.
    public static var tooLarge: Self { Self("version-too-large") }
    /// That version exists with other content.
    public static var versionConflict: Self { Self("version-conflict") }
    /// There is no such version.
    public static var versionNotFound: Self { Self("version-not-found") }
    /// That version was deleted.
    public static var versionDeleted: Self { Self("version-deleted") }
    /// That version has labels, and cannot be deleted for that.
    public static var versionLabelled: Self { Self("version-labelled") }
    /// A label that nobody may set.
    public static var labelReserved: Self { Self("label-reserved") }
    /// There is no number left for a new version.
    public static var versionsExhausted: Self { Self("versions-exhausted") }
    /// A stored file is missing, changed, or not what it should be.
    public static var damaged: Self { Self("workspace-damaged") }
    /// There is a file where an archive is to be written.
    public static var archiveExists: Self { Self("workspace-archive-exists") }
    /// An archive was to be written into the workspace's own folder.
    public static var archiveInsideWorkspace: Self { Self("workspace-archive-inside") }
    /// An archive is damaged, or holds anything but a workspace.
    public static var archiveInvalid: Self { Self("workspace-archive-invalid") }
    /// The workspace is no folder, and what was asked for needs one.
    public static var folderMissing: Self { Self("workspace-folder-missing") }
    /// The file system refused an operation.
    public static var fileSystem: Self { Self("file-system") }
}

extension WorkspaceError {
    /// Says what was tried when the file system refused a step of it.
    init(_ error: FileSystemError, doing action: String) {
        let isDamage = [.isLink, .isNotRegularFile].contains(error.reason) || error.isNotFolder
        self.init(
            isDamage ? .damaged : .fileSystem,
            "cannot \(action): \(error)",
            hint: error.hint,
            underlying: error
        )
    }

    static func damaged(_ path: String, _ reason: String, underlying: (any Error)? = nil) -> WorkspaceError {
        WorkspaceError(
            .damaged,
            "'\(path)' is damaged: \(reason)",
            at: SourceLocation(file: path),
            hint: "restore it from a copy or from version control",
            underlying: underlying
        )
    }

    static func damagedBlob(_ path: String) -> WorkspaceError {
        damaged(path, "its content is not what its SHA-256 says")
    }

    static func versionNotFound(_ version: String, of name: String) -> WorkspaceError {
        WorkspaceError(
            .versionNotFound,
            "there is no version '\(version)' of '\(name)'",
            hint: "name one of the versions in its history"
        )
    }

    static func versionDeleted(_ version: String, of name: String) -> WorkspaceError {
        WorkspaceError(
            .versionDeleted,
            "version '\(version)' of '\(name)' was deleted",
            hint: "name another version"
        )
    }

    static func versionConflict(
        _ version: String,
        of name: String,
        at location: SourceLocation? = nil
    ) -> WorkspaceError {
        WorkspaceError(
            .versionConflict,
            "version '\(version)' of '\(name)' exists with other content",
            at: location,
            hint: "name another version, or none for the next number"
        )
    }

    static func versionNotGivenAgain(
        _ version: String,
        of name: String,
        at location: SourceLocation? = nil
    ) -> WorkspaceError {
        let deleted = versionDeleted(version, of: name)
        return WorkspaceError(
            .versionConflict,
            "\(deleted.message), and its name is not given again",
            at: location,
            hint: "name another version, or none for the next number",
            underlying: deleted
        )
    }

    static func versionLabelled(
        _ version: String,
        of name: String,
        _ labels: [String],
        at location: SourceLocation? = nil
    ) -> WorkspaceError {
        let list = labels.map { "'\($0)'" }.joined(separator: ", ")
        return WorkspaceError(
            .versionLabelled,
            "version '\(version)' of '\(name)' has the labels \(list)",
            at: location,
            hint: "give them to another version first"
        )
    }

    static func versionsExhausted(_ highest: Int, of name: String) -> WorkspaceError {
        WorkspaceError(
            .versionsExhausted,
            "'\(name)' has version \(highest), and no number comes after it",
            hint: "name the version"
        )
    }

    /// Runs a piece of work and says what it was for when the file system refuses a step of it.
    static func explaining<Result>(_ action: @autoclosure () -> String, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as FileSystemError {
            throw WorkspaceError(error, doing: action())
        }
    }
}
