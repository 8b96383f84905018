internal import AzureMLSupport
internal import CondaDependencies
public import Workspace

extension Environment {
    /// The prefixes of names that are reserved for curated environments.
    private static let reservedPrefixes = ["Microsoft", "AzureML"]

    /// Registers the environment as a version in a workspace and returns the registered environment.
    ///
    /// This value does not change. The returned environment has a version, an asset id, and the mutated conda
    /// specification, whose keys are sorted and whose name is the one that Azure gives it. If ``version`` is `nil`,
    /// content that equals the latest version gives that version, and other content gets the next number.
    ///
    /// > Python: `azureml.core.environment.Environment.register`
    ///
    /// - Parameter workspace: The workspace.
    /// - Returns: The registered environment.
    /// - Throws: ``EnvironmentError`` when the name is reserved for curated environments, the definition has more than
    ///   one source of the image, the base Dockerfile is the path of one, a URL contains a password, or the workspace
    ///   does not have a private wheel that the specification names; `WorkspaceError` when the name cannot be stored,
    ///   when ``version`` exists with other content, or when the workspace cannot be written.
    public func register(workspace: Workspace) async throws -> Environment {
        let (mutated, original, secretDiagnostics) = try asDraft()
        try await refuseMissingWheels(in: workspace)
        var registered = try await mutated.store(in: workspace, original: original)
        registered.diagnostics = diagnostics(registering: secretDiagnostics + registered.diagnostics)
        return registered
    }

    /// Returns the values to store: the mutated environment and, if the mutation changed the user's conda
    /// specification, the bytes of the original one; and the findings about secrets.
    private func asDraft() throws -> (mutated: Environment, original: [UInt8]?, secretDiagnostics: [Diagnostic]) {
        let name = try DocumentName(name, kind: "environment name").text
        try Self.refuseReservedName(name)
        try refuseUnusableSources()
        let secretDiagnostics = try secretDiagnosticsRefusingCredentials()
        var mutated = try asRegistered()
        mutated.name = name
        let original = python.condaDependencies
        return (mutated, original == mutated.python.condaDependencies ? nil : original.bytes, secretDiagnostics)
    }

    /// Both searches read the same values, which can be large and are not needed after that.
    private func secretDiagnosticsRefusingCredentials() throws(EnvironmentError) -> [Diagnostic] {
        let values = SearchedValues(of: self)
        try refuseCredentials(in: values)
        return secretDiagnostics(in: values)
    }

    /// Refuses more than one source of the image, and the path of a Dockerfile in place of its text.
    private func refuseUnusableSources() throws(EnvironmentError) {
        if let conflict = SourceConflict(in: self) {
            throw EnvironmentError(.sourceConflict, conflict.message, at: conflict.location, hint: conflict.hint)
        }
        if let dockerfile = docker.baseDockerfile {
            try Self.requireFewMarks(inDockerfile: Array(dockerfile.utf8), path: "docker.baseDockerfile")
        }
        if let path = docker.pathInPlaceOfDockerfile {
            let arguments = "name: \(String(reflecting: name)), dockerfile: \(String(reflecting: path))"
            throw EnvironmentError(
                .dockerfileIsPath,
                "'\(path)' is not the text of a Dockerfile",
                at: SourceLocation(file: "docker.baseDockerfile"),
                hint: "if it is a path, read the file: try Environment.fromDockerfile(\(arguments))"
            )
        }
    }

    /// Returns the environment as it will be read back, with its specification mutated as Azure does.
    func asRegistered() throws -> Environment {
        var environment = self
        if !python.condaDependencies.isEmpty {
            environment.python.condaDependencies = try python.condaDependencies.mutated()
        }
        return environment
    }

    /// Stores this environment, whose conda specification must already be mutated.
    func store(in workspace: Workspace, original: [UInt8]?) async throws -> Environment {
        let name = name
        let serialized = SerializedDefinition(self, secrets: .withheld)
        try serialized.requireReadable()
        let contentHash = serialized.contentHash
        let draft = DocumentDraft(
            name: name,
            version: version,
            contentHash: contentHash,
            secretReferences: serialized.secretReferences
        ) { version in
            let assetID = workspace.assetID(of: name, version: version, in: .environments)
            var files = serialized.files(version: version, assetID: assetID).contents
            if let original { files.append((name: EnvironmentFiles.originalCondaDependenciesName, bytes: original)) }
            return files.map { DocumentFile(name: $0.name, bytes: $0.bytes) }
        }
        let stored = try await workspace.store.add(draft, to: .environments)
        let registered = try Environment(stored)
        // The store finds equal content by the hash in a version's record, which another tool may have written wrongly.
        let readBack = SerializedDefinition(registered, secrets: .withheld)
        guard readBack.contentHash == contentHash, readBack.secretReferences == serialized.secretReferences else {
            throw WorkspaceError.contentDiffers(stored)
        }
        return registered
    }

    /// The reserved prefix that a name begins with; `nil` when the name can be registered.
    static func reservedPrefix(of name: String) -> String? {
        // Compares bytes, because the last letter of a prefix can be the start of a combined character in the name.
        reservedPrefixes.first { name.utf8.starts(with: $0.utf8) }
    }

    static func refuseReservedName(_ name: String) throws(EnvironmentError) {
        guard let prefix = reservedPrefix(of: name) else { return }
        throw EnvironmentError(
            .nameReserved,
            "the environment name '\(name)' begins with '\(prefix)', which is reserved for curated environments",
            hint: "choose another name: environment.clone(newName: \(String(reflecting: "my-\(name)")))"
        )
    }
}

extension Environment {
    /// The hash of this registered environment's content, which does not depend on its name and version.
    package var contentHash: String { SerializedDefinition(self, secrets: .withheld).contentHash }

    /// Reads a stored version.
    ///
    /// - Parameters:
    ///   - stored: The files.
    ///   - findsDiagnostics: Whether the findings about the value are worked out, which takes as long as reading it.
    /// - Throws: An error with the place when a file cannot be read as its part of an environment.
    init(_ stored: StoredDocument, findsDiagnostics: Bool = true) throws {
        let folder = "\(stored.name):\(stored.version)"
        guard let definition = stored[file: EnvironmentFiles.definitionName] else {
            throw EnvironmentError(
                .fileUnreadable,
                "version '\(stored.version)' of the environment '\(stored.name)' has no definition",
                at: SourceLocation(file: "\(folder)/\(EnvironmentFiles.definitionName)"),
                hint: "register the environment again"
            )
        }
        let files = EnvironmentFiles(
            definition: definition,
            condaDependencies: stored[file: EnvironmentFiles.condaDependenciesName],
            baseDockerfile: stored[file: EnvironmentFiles.baseDockerfileName]
        )
        try self.init(files, folder: folder, findsDiagnostics: findsDiagnostics)
        guard name.exact == stored.name.exact, version?.exact == stored.version.exact else {
            throw WorkspaceError.damaged(stored, "its definition is for version '\(version ?? "")' of '\(name)'")
        }
        restore(secretReferences: stored.secretReferences)
    }
}

extension WorkspaceError {
    static func contentDiffers(_ stored: StoredDocument) -> WorkspaceError {
        damaged(stored, "its content does not match its record")
    }

    fileprivate static func damaged(_ stored: StoredDocument, _ reason: String) -> WorkspaceError {
        WorkspaceError(
            .damaged,
            "version '\(stored.version)' of the environment '\(stored.name)' is damaged: \(reason)",
            at: SourceLocation(file: "\(stored.name):\(stored.version)/\(EnvironmentFiles.definitionName)"),
            hint: "restore it from a backup, or register the environment under another version"
        )
    }
}
