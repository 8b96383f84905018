internal import AzureMLSupport
internal import AzureMLSystem
internal import CondaDependencies

/// An environment in its stored form: the members of its JSON definition, and the files next to it.
///
/// A registration serializes once, so that the hash, the files and the comparison with the stored version agree.
struct SerializedDefinition: Sendable {
    /// The members that identify the version and are not part of its content.
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
    ///   - environment: The environment. To store it in a workspace, pass one with the mutated conda specification.
    ///   - secrets: How secrets are written.
    init(_ environment: Environment, secrets: SecretTreatment) {
        let conda = environment.python.condaDependencies
        condaDependencies = conda.isEmpty ? nil : conda.bytes
        var members = environment.withoutCondaDependencies.json(secrets: secrets)?.object ?? JSONObject()
        // azureml-core keeps an empty Dockerfile in the definition.
        if let dockerfile = environment.docker.baseDockerfile, !dockerfile.isEmpty {
            baseDockerfile = Array(dockerfile.utf8)
            members.remove("baseDockerfile", from: "docker")
        } else {
            baseDockerfile = nil
        }
        self.members = members
        secretReferences = environment.secretReferences
    }

    /// Refuses a definition that exceeds the limits for reading, because an unreadable version would stay in the
    /// workspace forever.
    ///
    /// - Throws: ``JSONError`` when it is too large or nested too deeply.
    func requireReadable() throws(JSONError) {
        try JSONValue(members).requireReadable(
            byteCount: files.definition.count,
            file: EnvironmentFiles.definitionName
        )
    }

    /// The files of the environment, with its own version and asset id.
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

    /// The SHA-256 hash of everything but the name, version and asset id, as 64 hexadecimal digits.
    var contentHash: String {
        let files = files(with: content)
        let parts = [files.definition, files.condaDependencies, files.baseDockerfile].map { bytes -> JSONValue in
            guard let bytes else { return .null }
            return JSONValue(ContentHash.sha256Hex(bytes))
        }
        return ContentHash.sha256Hex(JSONValue(parts).pythonBytes())
    }

    /// Whether everything but the name, version and asset id is the same, byte for byte. A comparison of values would
    /// find a difference in every NaN.
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
