internal import AzureMLSupport
internal import CondaDependencies
public import Workspace

extension Environment {
    /// Prefixes of the names of curated environments; nobody else may register such a name.
    private static let reservedPrefixes = ["Microsoft", "AzureML"]

    /// Registers the environment as a version in a workspace and returns the registered one.
    ///
    /// The value that it is called on does not change. The returned one has a version, an asset id, and the mutated
    /// conda specification: its keys sorted, its name the one that Azure gives. Without a version, content equal to the
    /// latest version is that version, and other content is the next number.
    ///
    /// > Python: `azureml.core.environment.Environment.register`
    ///
    /// - Parameter workspace: The workspace.
    /// - Returns: The registered environment.
    /// - Throws: ``EnvironmentError`` when the name is kept for curated environments, a URL holds a password, or the
    ///   workspace does not have a private wheel that the specification names; `WorkspaceError` when the name cannot be stored, when ``version`` exists with other content, or when the
    ///   workspace cannot be written.
    public func register(workspace: Workspace) async throws -> Environment {
        let (mutated, original) = try asDraft()
        try await refuseMissingWheels(in: workspace)
        var registered = try await mutated.store(in: workspace, original: original)
        // The same finding in the user's file and in the stored one is one finding, with the user's place.
        let found = diagnostics + secretDiagnostics
        let known = Set(found.map(Finding.init))
        registered.diagnostics = found + registered.diagnostics.filter { !known.contains(Finding($0)) }
        return registered
    }

    /// What is stored of this value: the mutated environment and, where that differs, the bytes of the user's own conda
    /// specification.
    private func asDraft() throws -> (mutated: Environment, original: [UInt8]?) {
        let name = try DocumentName(name, kind: "environment name").text
        try Self.refuseReservedName(name)
        try refuseCredentials()
        var mutated = try asRegistered()
        mutated.name = name
        let original = python.condaDependencies
        return (mutated, original == mutated.python.condaDependencies ? nil : original.bytes)
    }

    /// The environment as it will be read back: with the specification that Azure makes of the user's.
    func asRegistered() throws -> Environment {
        var environment = self
        if !python.condaDependencies.isEmpty {
            environment.python.condaDependencies = try python.condaDependencies.mutated()
        }
        environment.docker.dropSourcesBesideDockerfile()
        return environment
    }

    /// Stores an environment whose conda specification is the mutated one.
    func store(in workspace: Workspace, original: [UInt8]?) async throws -> Environment {
        let name = name
        let serialized = SerializedDefinition(self, secrets: .withheld)
        try serialized.requireReadable()
        let draft = DocumentDraft(
            name: name,
            version: version,
            contentHash: serialized.contentHash,
            secretReferences: serialized.secretReferences
        ) { version in
            let assetID = workspace.assetID(of: name, version: version, in: .environments)
            var files = serialized.files(version: version, assetID: assetID).contents
            if let original { files.append((name: EnvironmentFiles.originalCondaDependenciesName, bytes: original)) }
            return files.map { DocumentFile(name: $0.name, bytes: $0.bytes) }
        }
        let stored = try await workspace.store.add(draft, to: .environments)
        let registered = try Environment(stored)
        // A record says which content lies beside it; a stranger's may say what is not so.
        guard SerializedDefinition(registered, secrets: .withheld).hasSameContent(as: serialized) else {
            throw WorkspaceError.contentDiffers(stored)
        }
        return registered
    }

    static func refuseReservedName(_ name: String) throws(EnvironmentError) {
        // By bytes: a character of the name can begin with the last letter of a prefix.
        guard let prefix = reservedPrefixes.first(where: { name.utf8.starts(with: $0.utf8) }) else { return }
        throw EnvironmentError(
            .reservedName,
            "the environment name '\(name)' begins with '\(prefix)', which is kept for curated environments",
            hint: "choose another name: environment.clone(newName: \"my-\(name)\")"
        )
    }
}

extension Environment {
    /// The content of this registered environment, equal for equal content, whatever its name and version.
    package var contentHash: String { SerializedDefinition(self, secrets: .withheld).contentHash }

    /// Reads a stored version.
    init(_ stored: StoredDocument) throws {
        let folder = "\(stored.name):\(stored.version)"
        guard let definition = stored[file: EnvironmentFiles.definitionName] else {
            throw EnvironmentError(
                .unreadable,
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
        try self.init(files, folder: folder)
        guard name.exact == stored.name.exact, version?.exact == stored.version.exact else {
            throw WorkspaceError.damaged(stored, "its definition is version '\(version ?? "")' of '\(name)'")
        }
        restore(secretReferences: stored.secretReferences)
    }
}

extension WorkspaceError {
    static func contentDiffers(_ stored: StoredDocument) -> WorkspaceError {
        damaged(stored, "its content is not what its record says")
    }

    fileprivate static func damaged(_ stored: StoredDocument, _ reason: String) -> WorkspaceError {
        WorkspaceError(
            .damaged,
            "version '\(stored.version)' of the environment '\(stored.name)' is damaged: \(reason)",
            at: SourceLocation(file: "\(stored.name):\(stored.version)/\(EnvironmentFiles.definitionName)"),
            hint: "restore it from a copy, or register the environment under another version"
        )
    }
}

/// A diagnostic without its place.
private struct Finding: Hashable {
    let code: Diagnostic.Code
    let message: LocalizedText

    init(_ diagnostic: Diagnostic) {
        code = diagnostic.code
        message = diagnostic.message
    }
}
