internal import AzureMLSupport
internal import AzureMLSystem
internal import CondaDependencies

/// What makes one version of an environment differ from another: everything but name, version and asset id.
struct EnvironmentContent: Equatable {
    private let files: EnvironmentFiles
    let secretReferences: [String: String]

    /// Takes the content of an environment whose conda specification is the mutated one.
    init(_ environment: Environment) {
        files = EnvironmentFiles(environment, secrets: .withheld, leavingOut: ["name", "version", "assetId"])
        secretReferences = environment.secretReferences
    }

    /// The SHA-256 of all files, in 64 hexadecimal digits.
    var hash: String {
        let parts = [files.definition, files.condaDependencies, files.baseDockerfile].map { bytes -> JSONValue in
            guard let bytes else { return .null }
            return JSONValue(ContentHash.sha256Hex(bytes))
        }
        return ContentHash.sha256Hex(JSONValue(parts).pythonBytes())
    }
}

extension Environment {
    /// What tells this registered environment from others: equal for equal content, whatever its name and version.
    package var contentHash: String { EnvironmentContent(self).hash }

    /// The environment as it will be read back: with the specification that Azure makes of the user's, and of a
    /// Dockerfile and a base image the Dockerfile.
    func asRegistered() throws -> Environment {
        var environment = self
        if !python.condaDependencies.isEmpty {
            environment.python.condaDependencies = try python.condaDependencies.mutated()
        }
        if let dockerfile = docker.baseDockerfile, !dockerfile.isEmpty {
            environment.docker.baseDockerfile = dockerfile
        }
        return environment
    }
}
