internal import AzureMLSupport
internal import AzureMLSystem
internal import DockerSyntax
internal import Environment

/// Everything that must be known before an engine can build one image.
struct ImageBuildPlan: Sendable {
    let definition: ImageDefinition
    let context: BuildContext
    /// The time in `SOURCE_DATE_EPOCH`; `nil` when it is not set.
    private let userTime: Int?
    /// The network that commands use: set by the user on machines where the engine's default network does not work.
    let network: String?
    /// The registry that base images are pulled from with the definition's credentials; `nil` without credentials.
    let registry: RegistryLogin?
    let mask: SecretMask

    /// Plans the build of a registered environment's image.
    ///
    /// - Parameters:
    ///   - definition: The image of the environment as the workspace has it.
    ///   - source: The user's value, with the plain secrets that a workspace never stores.
    ///   - wheels: The source of the bytes of private wheels.
    /// - Throws: ``ImageBuildError`` when the image cannot be built.
    init(_ definition: ImageDefinition, secretsOf source: Environment, wheels: some PrivateWheels) async throws {
        self.definition = definition
        context = try await definition.buildContext(wheels: wheels)
        userTime = try Self.timeOfUser()
        network = try Self.networkOfUser()
        registry = try RegistryLogin(
            ofDefinition: definition.baseImageRegistry(withPasswordOf: source),
            host: definition.registryHost
        )
        mask = SecretMask(of: [definition.environment, source])
    }

    /// The environment as it is registered.
    var environment: Environment { definition.environment }
    /// The image's name: `azureml/azureml_` and 32 hexadecimal digits.
    var image: String { definition.imageName }
    var platform: ImagePlatform { definition.platform }
    /// The image that the last stage starts from; `nil` when that is not an image, or is not known.
    var baseImage: ImageReference? { definition.dockerfile?.baseImage }
    /// Whether the Dockerfile sets something that only Docker's own image format can store.
    var needsDockerFormat: Bool { definition.dockerfile?.needsDockerFormat ?? true }
    /// Whether commands use cache mounts, which keep files from one build to the next.
    var keepsCaches: Bool { definition.dockerfile?.keepsCaches ?? true }
    /// Whether all images that the build pulls are in a registry on this machine, which may use plain HTTP.
    var allowsPlainHTTP: Bool {
        definition.dockerfile?.usesOneImage == true && baseImage?.isOnThisMachine == true
    }

    /// The time of everything in the image, in seconds since 1970.
    var timestamp: Int { userTime ?? 0 }

    /// Whether the engine may use cached layers, which have the time of the build that made them.
    var usesCache: Bool { userTime == nil }

    private static let timeVariable = "SOURCE_DATE_EPOCH"
    /// The last second of the year 9999, the latest time that an image can have.
    private static let latestTime = 253_402_300_799

    /// Reads the time from the variable that reproducible builds agree on; `nil` when it is not set.
    private static func timeOfUser() throws(ImageBuildError) -> Int? {
        guard let text = ProcessContext.current[variable: timeVariable] else { return nil }
        guard text.utf8.allSatisfy(\.isASCIIDigit), let time = Int(text),
            time <= latestTime
        else {
            throw ImageBuildError(
                .fieldInvalid,
                "'\(text)' in \(timeVariable) is not a time that an image can have",
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
                "'\(name)' in \(variable) is not the name of a network",
                hint: "write 'host', 'none', or the name of one of the engine's networks"
            )
        }
        return name
    }
}

extension ImageDefinition {
    /// Returns the registry that the registered environment names. If it has no password there, because plain ones are
    /// never stored, the password comes from the user's own value.
    fileprivate func baseImageRegistry(withPasswordOf source: Environment) -> ContainerRegistry {
        var registry = environment.docker.baseImageRegistry
        let own = source.docker.baseImageRegistry
        if registry.password == nil, own.username == registry.username, source.baseImageHost == registryHost {
            registry.password = own.password
        }
        return registry
    }

    /// The host of the base image's registry; `nil` when the definition names none.
    fileprivate var registryHost: String? {
        if let address = environment.docker.baseImageRegistry.address, !address.isEmpty { return address }
        guard case .baseImage(let image) = source else { return nil }
        return image.host
    }
}

extension Environment {
    /// The host of the base image's registry; `nil` when this value names none.
    fileprivate var baseImageHost: String? {
        if let address = docker.baseImageRegistry.address, !address.isEmpty { return address }
        return (try? baseImageReference())?.host
    }
}
