internal import AzureMLSupport
internal import AzureMLSystem
internal import CondaDependencies

/// An environment in the form in which it is stored: the members of its JSON, and the files beside it.
///
/// Made once for each registration: the hash, the files and the comparison with what was read back come from one value.
struct SerializedDefinition: Sendable {
    /// The members that say which version this is, and not what is in it.
    private static let identity = ["name", "version", "assetId"]

    /// The definition without the conda specification and the base Dockerfile.
    private let members: JSONObject
    /// `nil` when there is no conda specification.
    private let condaDependencies: [UInt8]?
    /// `nil` when there is no base Dockerfile.
    private let baseDockerfile: [UInt8]?
    let secretReferences: [String: String]

    /// Serializes an environment.
    ///
    /// - Parameters:
    ///   - environment: The environment; for a workspace, with the mutated conda specification.
    ///   - secrets: How secrets are written.
    init(_ environment: Environment, secrets: SecretTreatment) {
        let conda = environment.python.condaDependencies
        condaDependencies = conda.isEmpty ? nil : conda.bytes
        var members = environment.withoutCondaDependencies.json(secrets: secrets)?.object ?? JSONObject()
        // azureml-core keeps an empty one in the definition.
        if let dockerfile = environment.docker.baseDockerfile, !dockerfile.isEmpty {
            baseDockerfile = Array(dockerfile.utf8)
            members.remove("baseDockerfile", from: "docker")
        } else {
            baseDockerfile = nil
        }
        self.members = members
        secretReferences = environment.secretReferences
    }

    /// Refuses a value that is larger, or nested deeper, than files are read: a version that cannot be read would stay for
    /// good.
    func requireReadable() throws(JSONError) {
        try JSONValue(members).requireReadable(
            byteCount: files.definition.count,
            file: EnvironmentFiles.definitionName
        )
    }

    /// The files of the environment as it is.
    var files: EnvironmentFiles { files(with: members) }

    /// The files of a registered version.
    func files(version: String, assetID: String) -> EnvironmentFiles {
        var members = members
        members["version"] = JSONValue(version)
        members["assetId"] = JSONValue(assetID)
        return files(with: members)
    }

    private func files(with members: JSONObject) -> EnvironmentFiles {
        EnvironmentFiles(
            definition: JSONValue(members).pythonBytes(indent: 4),
            condaDependencies: condaDependencies,
            baseDockerfile: baseDockerfile
        )
    }

    private var content: JSONObject {
        var content = members
        for name in Self.identity { content[name] = nil }
        return content
    }

    /// The SHA-256 of everything but name, version and asset id, in 64 hexadecimal digits.
    var contentHash: String {
        let files = files(with: content)
        let parts = [files.definition, files.condaDependencies, files.baseDockerfile].map { bytes -> JSONValue in
            guard let bytes else { return .null }
            return JSONValue(ContentHash.sha256Hex(bytes))
        }
        return ContentHash.sha256Hex(JSONValue(parts).pythonBytes())
    }

    /// Whether everything but name, version and asset id is the same, byte for byte: as values, a NaN differs from itself.
    func hasSameContent(as other: SerializedDefinition) -> Bool {
        contentHash == other.contentHash && secretReferences == other.secretReferences
    }
}

extension JSONObject {
    fileprivate mutating func remove(_ name: String, from section: String) {
        guard var object = self[section]?.object else { return }
        object[name] = nil
        self[section] = JSONValue(object)
    }
}
