internal import AzureMLSupport
internal import Environment
internal import Workspace

/// Everything that the build of one image needs to know, before an engine is asked.
struct ImageBuildPlan: Sendable {
    /// As it is registered.
    let environment: Environment
    /// The image's name: `azureml/azureml_` and 32 hexadecimal digits.
    let image: String
    let context: BuildContext
    /// The image that the last stage is made from; `nil` when that is none, or cannot be told.
    let baseImage: ImageReference?
    /// Whether the Dockerfile says what only Docker's own format of images keeps.
    let needsDockerFormat: Bool
    /// Whether all images that the build fetches lie in a registry of this machine, which may speak plain HTTP.
    let allowsPlainHTTP: Bool
    let platform: String
    /// The network that commands see: what the user says for machines on which the engine's own does not work.
    let network: String?
    /// Where base images are fetched with credentials of the definition; `nil` when there are none.
    let registry: RegistryLogin?
    let mask: SecretMask

    /// Plans the image of a registered environment.
    ///
    /// - Parameters:
    ///   - environment: The environment as the workspace gives it.
    ///   - source: The value that the user has, whose plain secrets no workspace keeps.
    ///   - workspace: The workspace.
    /// - Throws: ``ImageBuildError`` when it cannot be built.
    init(_ environment: Environment, secretsOf source: Environment, workspace: Workspace) async throws {
        try await self.init(
            environment,
            secretsOf: source,
            digests: WorkspaceImageDigests(store: workspace.store),
            wheels: WorkspaceWheels(store: workspace.store)
        )
    }

    init(
        _ environment: Environment,
        secretsOf source: Environment,
        digests: some BaseImageDigests,
        wheels: some PrivateWheels
    ) async throws {
        self.environment = environment
        context = try await environment.buildContext(digests: digests, wheels: wheels)
        // Of this very context: the folder or the lock can change before they are read again.
        image = try environment.imageName(of: context)
        let text = try context.dockerfileText
        let dockerfile = try? UserDockerfile(parsing: text, file: context.dockerfilePath)
        baseImage = dockerfile?.baseImage
        needsDockerFormat = dockerfile?.needsDockerFormat ?? true
        allowsPlainHTTP = dockerfile?.usesOneImage == true && dockerfile?.baseImage?.isOnThisMachine == true
        platform = try environment.imagePlatform()
        network = try Self.networkOfUser()
        registry = try RegistryLogin(
            source.docker.baseImageRegistry,
            host: try? environment.baseImageReference().host
        )
        mask = SecretMask(of: source)
    }

    /// The time of everything in the image: what `SOURCE_DATE_EPOCH` says, as reproducible builds agree on, else 0.
    static var timestamp: Int {
        ProcessContext.current[variable: "SOURCE_DATE_EPOCH"].flatMap { Int($0) }.map { max(0, $0) } ?? 0
    }

    private static func networkOfUser() throws(ImageBuildError) -> String? {
        let variable = "AZUREML_CONTAINER_NETWORK"
        guard let name = ProcessContext.current[variable: variable] else { return nil }
        guard FieldGrammar.isVersion(name) else {
            throw ImageBuildError(
                .fieldInvalid,
                "'\(name)' in \(variable) is no name of a network",
                hint: "write 'host', 'none', or the name of a network of the engine's"
            )
        }
        return name
    }
}

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
        guard let host = registry.address ?? host, ImageReferenceGrammar.isHost(Array(host.utf8)[...]) else {
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
        try await engine.logIn(host: host, username: username, password: value, to: credentials)
        return credentials
    }
}

extension UserDockerfile {
    /// Whether it says what OCI's format of images has no place for.
    var needsDockerFormat: Bool {
        stages.flatMap(\.instructions).contains { ["SHELL", "HEALTHCHECK", "ONBUILD"].contains($0.keyword) }
    }

    /// Whether no image but that of its only stage is fetched, such as for `COPY --from` or `RUN --mount=from=`.
    var usesOneImage: Bool {
        stages.count == 1 && !stages.flatMap(\.instructions).contains { $0.flags.contains { $0.contains("from=") } }
    }

    /// The image that the last stage is made from, through the stages that it is built upon; `nil` when it is named
    /// with variables, or is no image.
    var baseImage: ImageReference? {
        var index = stages.count - 1
        while true {
            let base = stages[index].base
            let earlier = stages[..<index].lastIndex { $0.name == base.lowercased() }
            guard let earlier else { return base == "scratch" ? nil : try? ImageReference(parsing: base) }
            index = earlier
        }
    }
}
