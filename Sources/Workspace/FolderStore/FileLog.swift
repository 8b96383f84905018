internal import AzureMLSupport
internal import AzureMLSystem

/// A log in a file.
struct FileLog: WorkspaceLog {
    let file: AppendedFile
    let workspace: String
    var name: String { file.name }

    func append(_ line: String) async throws {
        try WorkspaceError.explaining("write the log '\(name)' in the workspace in '\(workspace)'") {
            try file.append(Array("\(line)\n".utf8))
        }
    }
}
