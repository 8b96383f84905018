internal import AzureMLSupport
internal import AzureMLSystem
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
    /// Whether commands find again what earlier builds left in a cache of theirs.
    let keepsCaches: Bool
    /// The time that the user names; `nil` for none.
    private let userTime: Int?
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
        keepsCaches = dockerfile?.keepsCaches ?? true
        platform = try environment.imagePlatform()
        userTime = try Self.timeOfUser()
        network = try Self.networkOfUser()
        registry = try RegistryLogin(
            ofDefinition: environment.baseImageRegistry(withPasswordOf: source),
            host: environment.registryHost
        )
        mask = SecretMask(of: [environment, source])
    }

    /// The time of everything in the image, in seconds since 1970.
    var timestamp: Int { userTime ?? 0 }

    /// Whether the engine may take layers that it made before, at whatever time.
    var usesCache: Bool { userTime == nil }

    private static let timeVariable = "SOURCE_DATE_EPOCH"
    /// The last second of the year 9999, behind which no image can say its time.
    private static let latestTime = 253_402_300_799

    /// What the user says in the variable that reproducible builds agree on; `nil` when it is not set.
    private static func timeOfUser() throws(ImageBuildError) -> Int? {
        guard let text = ProcessContext.current[variable: timeVariable] else { return nil }
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let time = Int(text),
            time <= latestTime
        else {
            throw ImageBuildError(
                .fieldInvalid,
                "'\(text)' in \(timeVariable) is no time that an image can have",
                hint: "write whole seconds since 1970, such as 1700000000, or leave the variable out"
            )
        }
        return time
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

extension Environment {
    /// The registry that the registered environment names, with the password that the user's own value has for it where
    /// the workspace keeps none: a plain one is never stored.
    fileprivate func baseImageRegistry(withPasswordOf source: Environment) -> ContainerRegistry {
        var registry = docker.baseImageRegistry
        let own = source.docker.baseImageRegistry
        if registry.password == nil, own.username == registry.username, source.registryHost == registryHost {
            registry.password = own.password
        }
        return registry
    }

    /// Where the base image lies; `nil` when it has no registry's address.
    fileprivate var registryHost: String? {
        docker.baseImageRegistry.address.flatMap { $0.isEmpty ? nil : $0 } ?? (try? baseImageReference())?.host
    }
}

extension UserDockerfile {
    /// Whether it says what OCI's format of images has no place for.
    var needsDockerFormat: Bool {
        stages.flatMap(\.instructions).contains { ["SHELL", "HEALTHCHECK", "ONBUILD"].contains($0.keyword) }
    }

    /// Whether a command has a cache: `RUN --mount=type=cache,…`.
    var keepsCaches: Bool {
        stages.flatMap(\.instructions).contains { $0.flags.contains { $0.contains("type=cache") } }
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
