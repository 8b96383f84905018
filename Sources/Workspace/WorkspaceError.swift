public import AzureMLSupport
internal import AzureMLSystem

/// An error in a workspace's folder, its configuration file or its stored content.
///
/// > Python: `azureml.exceptions.WorkspaceException`, `azureml.exceptions.UserErrorException`
public struct WorkspaceError: AzureMLError, ReportedError {
    /// The kind of error.
    public let code: ErrorCode<Self>
    /// The message, the place, the hint and the underlying error.
    public let report: ErrorReport

    package init(code: ErrorCode<Self>, report: ErrorReport) {
        self.code = code
        self.report = report
    }
}

extension ErrorCode where Failure == WorkspaceError {
    /// There is no workspace in that folder.
    public static var notFound: Self { Self("workspace-not-found") }
    /// There is already a workspace in that folder.
    public static var alreadyExists: Self { Self("workspace-already-exists") }
    /// The folder for a new workspace contains other files, or is a file.
    public static var directoryNotEmpty: Self { Self("workspace-directory-not-empty") }
    /// The folder for a new workspace is among the files of another workspace.
    public static var insideWorkspace: Self { Self("workspace-inside-workspace") }
    /// The workspace in that folder has another name, subscription or resource group.
    public static var identityDiffers: Self { Self("workspace-identity-differs") }
    /// The workspace was written by a newer version of this SDK.
    public static var formatUnknown: Self { Self("workspace-format-unknown") }
    /// No configuration file was found.
    public static var configurationNotFound: Self { Self("workspace-configuration-not-found") }
    /// The configuration file cannot be used.
    public static var configurationInvalid: Self { Self("workspace-configuration-invalid") }
    /// A name or version that cannot be stored.
    public static var nameInvalid: Self { Self("workspace-name-invalid") }
    /// A document with more files or bytes than a version may have.
    public static var versionTooLarge: Self { Self("workspace-version-too-large") }
    /// That version exists with different content, or was deleted.
    public static var versionConflict: Self { Self("workspace-version-conflict") }
    /// There is no such version.
    public static var versionNotFound: Self { Self("workspace-version-not-found") }
    /// That version was deleted.
    public static var versionDeleted: Self { Self("workspace-version-deleted") }
    /// That version has labels, and so cannot be deleted.
    public static var versionLabelled: Self { Self("workspace-version-labelled") }
    /// That label is reserved, and cannot be set.
    public static var labelReserved: Self { Self("workspace-label-reserved") }
    /// There is no number left for a new version.
    public static var versionsExhausted: Self { Self("workspace-versions-exhausted") }
    /// A stored file is missing, changed or invalid.
    public static var damaged: Self { Self("workspace-damaged") }
    /// There is already a file at the path of an export file.
    public static var exportExists: Self { Self("workspace-export-exists") }
    /// The path of an export file is in the workspace's own folder.
    public static var exportInsideWorkspace: Self { Self("workspace-export-inside-workspace") }
    /// An export file is damaged, or contains anything but a workspace.
    public static var exportInvalid: Self { Self("workspace-export-invalid") }
    /// The workspace is in memory, and the operation needs a folder.
    public static var folderMissing: Self { Self("workspace-folder-missing") }
    /// The file system refused an operation.
    public static var fileSystemFailed: Self { Self("workspace-file-system-failed") }
}

extension WorkspaceError {
    /// Makes an error that names the action that a file system error stopped.
    init(_ error: FileSystemError, doing action: String) {
        let isDamage = [.isLink, .isNotRegularFile].contains(error.reason) || error.isNotFolder
        self.init(
            isDamage ? .damaged : .fileSystemFailed,
            "cannot \(action): \(error)",
            at: SourceLocation(file: error.path),
            hint: error.hint,
            underlying: error
        )
    }

    static let restoring = LocalizedText(
        english: "restore it from a backup or from version control",
        japanese: "バックアップまたはバージョン管理から復元してください"
    )
    static let restoringOrMerging = LocalizedText(
        english: "restore it from a backup; if it contains a merge conflict, keep one of the two sides",
        japanese: "バックアップから復元してください。マージの競合が残っている場合は、どちらか一方だけを残してください"
    )

    static func damaged(_ path: String, _ reason: String, underlying: (any Error)? = nil) -> WorkspaceError {
        WorkspaceError(
            .damaged,
            "'\(path)' is damaged: \(reason)",
            at: SourceLocation(file: path),
            hint: restoring.english,
            underlying: underlying
        )
    }

    static let replacingLink = LocalizedText(
        english: "replace the link with the folder that it leads to",
        japanese: "リンクを、リンク先のフォルダーそのものに置き換えてください"
    )

    /// The error that something else has the name of a folder that this SDK needs.
    static func notFolder(_ path: String, isLink: Bool, underlying: (any Error)? = nil) -> WorkspaceError {
        WorkspaceError(
            .damaged,
            "'\(path)' is damaged: \(isLink ? "it is a symbolic link" : "it is not a folder")",
            at: SourceLocation(file: path),
            hint: isLink ? replacingLink.english : "remove it and try again",
            underlying: underlying
        )
    }

    static func damagedBlob(_ path: String) -> WorkspaceError {
        damaged(path, "its content does not match its SHA-256")
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
            hint: "choose another version"
        )
    }

    static func versionConflict(
        _ version: String,
        of name: String,
        at location: SourceLocation? = nil
    ) -> WorkspaceError {
        WorkspaceError(
            .versionConflict,
            "version '\(version)' of '\(name)' already exists with different content",
            at: location,
            hint: "choose another version, or leave it out to get the next number"
        )
    }

    static func versionNotReused(
        _ version: String,
        of name: String,
        at location: SourceLocation? = nil
    ) -> WorkspaceError {
        let deleted = versionDeleted(version, of: name)
        return WorkspaceError(
            .versionConflict,
            "\(deleted.message), and a deleted version is not assigned again",
            at: location,
            hint: "choose another version, or leave it out to get the next number",
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
            hint: "move them to another version first"
        )
    }

    static func versionsExhausted(_ highest: Int, of name: String) -> WorkspaceError {
        WorkspaceError(
            .versionsExhausted,
            "'\(name)' has version \(highest), and there is no greater number",
            hint: "choose the version yourself"
        )
    }

    /// Reads a file, and turns what shows that no writer of this SDK made it into an error about the file.
    static func explainingDamage<Result>(of path: String, _ read: () throws -> Result) throws -> Result {
        do {
            return try read()
        } catch let error as FileSystemError where error.isDamage {
            throw damaged(path, error.reasonText, underlying: error)
        } catch let error as JSONError {
            throw damaged(path, error.message, underlying: error)
        } catch let error as WorkspaceError where error.code == .nameInvalid || error.code == .labelReserved {
            throw damaged(path, error.message, underlying: error)
        }
    }

    /// Runs a piece of work, and turns a file system error into one that names the action.
    static func explaining<Result>(_ action: @autoclosure () -> String, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as FileSystemError {
            throw WorkspaceError(error, doing: action())
        }
    }
}
