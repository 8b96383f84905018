internal import AzureMLSupport
internal import AzureMLSystem
internal import DockerSyntax
internal import Environment

/// How to sign in to a registry.
struct RegistryLogin: Sendable {
    let host: String
    let username: String
    let password: Secret

    /// Takes the credentials of a registry; `nil` when it has none.
    ///
    /// - Throws: ``ImageBuildError`` with the code `registryInvalid` when one part of them is missing or no host is.
    init?(_ registry: ContainerRegistry, host: String?) throws(ImageBuildError) {
        guard let password = registry.password else { return nil }
        guard let username = registry.username, !username.isEmpty else {
            throw Self.invalid("has a password, but no user name")
        }
        let address = registry.address.flatMap { $0.isEmpty ? nil : $0 }
        guard let host = address ?? host, ImageReference.isHost(host) else {
            throw Self.invalid("has a password, but no address that is a host")
        }
        guard username.utf8.first != UInt8(ascii: "-"), !username.utf8.contains(where: { $0 < 0x20 }) else {
            throw Self.invalid("has a user name that no registry gives")
        }
        self.host = host
        self.username = username
        self.password = password
    }

    private static func invalid(_ reason: String) -> ImageBuildError {
        ImageBuildError(
            .registryInvalid,
            "the container registry \(reason)",
            hint: "give address, user name and password: ContainerRegistry(address: \"my.azurecr.io\", …)"
        )
    }

    /// Signs an engine in, in a folder of its own.
    func credentials(for engine: any ContainerEngine, in folder: ScratchDirectory) async throws -> EngineCredentials {
        let value: String
        do {
            value = try password.revealed()
        } catch {
            throw ImageBuildError(
                .registryInvalid,
                "the password of the registry '\(host)' cannot be had: \(error)",
                hint: "set what it refers to",
                underlying: error
            )
        }
        let credentials = EngineCredentials(folder: folder.path, mask: SecretMask(values: [value]))
        try engine.prepareCredentials(in: folder.directory, for: host)
        try await engine.logIn(host: host, username: username, password: value, to: credentials)
        return credentials
    }
}

extension RegistryLogin {
    /// Names the hosts to which a definition may have passwords sent, separated by commas.
    static let trustVariable = "AZUREML_TRUSTED_REGISTRIES"

    /// Takes the credentials of a registry that a definition names; `nil` when it has none.
    ///
    /// A definition can be a stranger's, and its password a reference to any variable or file of this machine. So the
    /// value goes only to a host that the user trusts. A plain password is in no stored definition: who builds gave it.
    ///
    /// - Throws: ``ImageBuildError`` with the code `registryNotTrusted`, or as the other initializer does.
    init?(ofDefinition registry: ContainerRegistry, host: String?) throws(ImageBuildError) {
        try self.init(registry, host: host)
        if case .value = password.source { return }
        guard !Self.trustedHosts.contains(self.host.lowercased()) else { return }
        throw ImageBuildError(
            .registryNotTrusted,
            "the definition wants the value of '\(password)' sent to the registry '\(self.host)', "
                + "which is none that you trust",
            at: SourceLocation(file: "docker.baseImageRegistry"),
            hint: "if that is what you want, set \(Self.trustVariable)=\(self.host), or give the password in the code"
        )
    }

    private static var trustedHosts: [String] {
        let process = ProcessContext.current
        let named = [process[variable: trustVariable], process[variable: ContainerRegistry.workspaceVariable]]
        return named.flatMap { list in
            (list ?? "").split { $0 == "," || $0 == " " }.map { $0.lowercased() }
        }
    }
}
