internal import AzureMLSupport
internal import AzureMLSystem
internal import DockerSyntax
internal import Environment

/// Everything that the build of one image needs to know, before an engine is asked.
struct ImageBuildPlan: Sendable {
    let definition: ImageDefinition
    let context: BuildContext
    /// The time that the user names; `nil` for none.
    private let userTime: Int?
    /// The network that commands see: named by the user for machines on which the engine's own does not work.
    let network: String?
    /// The registry from which base images are fetched with credentials of the definition; `nil` when there are none.
    let registry: RegistryLogin?
    let mask: SecretMask

    /// Plans the image of a registered environment.
    ///
    /// - Parameters:
    ///   - definition: The image of the environment as the workspace gives it.
    ///   - source: The value that the user has, whose plain secrets no workspace keeps.
    ///   - wheels: Where the bytes of private wheels come from.
    /// - Throws: ``ImageBuildError`` when it cannot be built.
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

    /// As it is registered.
    var environment: Environment { definition.environment }
    /// The image's name: `azureml/azureml_` and 32 hexadecimal digits.
    var image: String { definition.imageName }
    var platform: ImagePlatform { definition.platform }
    /// The image that the last stage is made from; `nil` when that is not an image, or cannot be told.
    var baseImage: ImageReference? { definition.dockerfile?.baseImage }
    /// Whether the Dockerfile says what only Docker's own format of images keeps.
    var needsDockerFormat: Bool { definition.dockerfile?.needsDockerFormat ?? true }
    /// Whether commands find again what earlier builds left in a cache of theirs.
    var keepsCaches: Bool { definition.dockerfile?.keepsCaches ?? true }
    /// Whether all images that the build fetches lie in a registry of this machine, which may speak plain HTTP.
    var allowsPlainHTTP: Bool {
        definition.dockerfile?.usesOneImage == true && baseImage?.isOnThisMachine == true
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
        guard text.utf8.allSatisfy(\.isASCIIDigit), let time = Int(text),
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

extension ImageDefinition {
    /// The registry that the registered environment names, with the password that the user's own value has for it where
    /// the workspace keeps none: a plain one is never stored.
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
