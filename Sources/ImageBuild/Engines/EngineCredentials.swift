internal import AzureMLSupport

/// Credentials of one build, in a folder that only this user may read and that is gone after it.
///
/// The engine writes them there itself when it is signed in; the user's own credentials are neither read nor changed.
struct EngineCredentials: Sendable {
    let folder: String
    let mask: SecretMask
}

/// A folder for one use, which only this user may read.
struct ScratchDirectory: Sendable {
    let path: String
    private let parent: Directory
    private let name: String

    /// Makes a folder, and removes it when `body` is done: a program still uses the path when no value holds it any more.
    static func with<Result>(_ body: (ScratchDirectory) async throws -> Result) async throws -> Result {
        let scratch = try ScratchDirectory()
        // What cannot be removed is the system's to clean.
        defer { try? scratch.parent.removeTree(scratch.name) }
        return try await body(scratch)
    }

    private init() throws(FileSystemError) {
        parent = try Directory(path: LocalFile.resolved(ProcessContext.current[variable: "TMPDIR"] ?? "/tmp"))
        name = "azureml-\(Directory.randomName())"
        path = try parent.makeDirectory(name, mode: 0o700).path
    }
}
