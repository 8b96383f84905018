internal import AzureMLSupport
internal import AzureMLSystem
internal import DockerSyntax
internal import Environment

/// The host, user name and password to sign in to a registry with.
struct RegistryLogin: Sendable {
    let host: String
    let username: String
    let password: Secret

    /// Takes the credentials of a registry; `nil` when it has no password.
    ///
    /// - Throws: ``ImageBuildError`` with the code `registryInvalid` when the user name or host is missing or invalid.
    init?(_ registry: ContainerRegistry, host: String?) throws(ImageBuildError) {
        guard let password = registry.password else { return nil }
        guard let username = registry.username, !username.isEmpty else {
            throw Self.invalid("has a password, but no user name")
        }
        let address = registry.address.flatMap { $0.isEmpty ? nil : $0 }
        guard let host = address ?? host, ImageReference.isHost(host) else {
            throw Self.invalid("has a password, but its address is not a host")
        }
        guard username.utf8.first != UInt8(ascii: "-"), !username.utf8.contains(where: { $0 < 0x20 }) else {
            throw Self.invalid("has a user name with a leading '-' or a control character")
        }
        self.host = host
        self.username = username
        self.password = password
    }

    private static func invalid(_ reason: String) -> ImageBuildError {
        ImageBuildError(
            .registryInvalid,
            "the container registry \(reason)",
            hint: "give the address, user name and password: ContainerRegistry(address: \"my.azurecr.io\", …)"
        )
    }

    /// Signs an engine in, with its credentials in a separate folder.
    func credentials(for engine: any ContainerEngine, in folder: ScratchDirectory) async throws -> EngineCredentials {
        let value: String
        do {
            value = try password.revealed()
        } catch {
            throw ImageBuildError(
                .registryInvalid,
                "the password of the registry '\(host)' cannot be read: \(error)",
                hint: "set the variable or write the file that it refers to",
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
    /// The variable that names the hosts to which passwords of a definition may be sent, separated by commas.
    static let trustVariable = "AZUREML_TRUSTED_REGISTRIES"

    /// Takes the credentials of a registry that a definition names; `nil` when it has no password.
    ///
    /// A definition can be a stranger's, and its password a reference to any variable or file of this machine. So the
    /// value is sent only to a host that the user trusts. A plain password is never stored in a definition: it comes
    /// from the user who builds.
    ///
    /// - Throws: ``ImageBuildError`` with the code `registryNotTrusted`, or as the other initializer does.
    init?(ofDefinition registry: ContainerRegistry, host: String?) throws(ImageBuildError) {
        try self.init(registry, host: host)
        if case .value = password.source { return }
        guard !Self.trustedHosts.contains(self.host.lowercased()) else { return }
        throw ImageBuildError(
            .registryNotTrusted,
            "the definition wants the value of '\(password)' sent to the registry '\(self.host)', "
                + "which is not on your list of trusted registries",
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
