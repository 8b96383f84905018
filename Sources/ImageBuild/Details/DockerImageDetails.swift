public import AzureMLSupport
internal import CondaDependencies
internal import DockerSyntax
public import Environment

/// The image of a registered environment: its name, its Dockerfile, and how certain both are.
///
/// The same values are available as a JSON object, so that Python's lookups work:
/// `details["ingredients"]["dockerfile"]`.
///
/// > Python: `azureml.core.environment.DockerImageDetails`
public struct DockerImageDetails: Sendable, Equatable {
    private var answer: JSONValue
    /// The conda specification in the answer, whose description hides credentials.
    private let specification: CondaDependencies?
    /// The recipe that the Dockerfile follows.
    public let recipe: Recipe
    /// How certain it is that Azure would make the same Dockerfile.
    public let provenance: Provenance
    /// The uncertain points about the image, with their reasons.
    public let diagnostics: [Diagnostic]

    init(
        answer: JSONValue,
        specification: CondaDependencies? = nil,
        recipe: Recipe,
        provenance: Provenance,
        diagnostics: [Diagnostic]
    ) {
        self.answer = answer
        self.specification = specification
        self.recipe = recipe
        self.provenance = provenance
        self.diagnostics = diagnostics
    }

    /// The member of that name; `null` when there is no such member.
    ///
    /// The members are `imageExistsInRegistry`, `dockerImage`, `pythonEnvironment` and `ingredients`.
    ///
    /// > Python: `details["ingredients"]["dockerfile"]`
    public subscript(name: String) -> JSONValue {
        answer[name]
    }

    /// The names of the members, for looking around: `details["ingredients"].keys` goes on from there.
    public var keys: [String] { answer.keys }

    /// Whether there is a member of that name. A misspelled name has none.
    ///
    /// - Parameter name: The name of the member.
    /// - Returns: Whether the member exists.
    public func contains(_ name: String) -> Bool { answer.contains(name) }

    /// Whether the last build of the image from this workspace, on this machine, succeeded.
    ///
    /// Neither the engine nor a registry is asked: this value does not reflect later removals, or builds elsewhere.
    ///
    /// > Python: `azureml.core.environment.DockerImageDetails.image_exist`
    public var imageExist: Bool {
        answer["imageExistsInRegistry"].bool ?? false
    }

    /// The same details, for an image that has been built.
    var built: DockerImageDetails {
        var details = self
        var members = answer.object ?? [:]
        members["imageExistsInRegistry"] = true
        details.answer = JSONValue(members)
        return details
    }

    /// The name of the image with its registry, where it has one.
    ///
    /// > Python: `azureml.core.environment.DockerImageDetails.image`
    public var image: String {
        registry.address.map { "\($0)/\(repository)" } ?? repository
    }

    /// The name of the image in its registry: `azureml/azureml_` and 32 hexadecimal digits.
    ///
    /// > Python: `azureml.core.environment.DockerImageDetails.repository`
    public var repository: String {
        answer["dockerImage"]["name"].string ?? ""
    }

    /// The registry of the image, without an address when it has none.
    ///
    /// > Python: `azureml.core.environment.DockerImageDetails.registry`, which is the address alone
    public var registry: ContainerRegistry {
        let registry = answer["dockerImage"]["registry"]
        return ContainerRegistry(
            address: registry["address"].string,
            username: registry["username"].string,
            password: registry["password"].string.map { Secret($0) }
        )
    }

    /// The path of Python in the image.
    ///
    /// > Python: `azureml.core.environment.DockerImageDetails.interpreter_path`
    public var interpreterPath: String? {
        answer["pythonEnvironment"]["interpreterPath"].string
    }

    /// The path of the conda environment in the image.
    ///
    /// > Python: `azureml.core.environment.DockerImageDetails.environment_path`
    public var environmentPath: String? {
        answer["pythonEnvironment"]["condaEnvironmentPath"].string
    }

    /// The text of the Dockerfile, with a line break at the end of each line.
    ///
    /// > Python: `azureml.core.environment.DockerImageDetails.dockerfile`
    public var dockerfile: String? {
        answer["ingredients"]["dockerfile"].string
    }
}

extension DockerImageDetails: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The details as JSON; the registry's user name shows its first three characters, its password nothing.
    public var description: String {
        guard var members = answer.object, var image = members["dockerImage"]?.object,
            var registry = image["registry"]?.object
        else { return answer.maskingCredentials.description }
        if let username = registry["username"]?.string, !username.isEmpty {
            registry["username"] = JSONValue("\(username.prefix(3))***")
        }
        if let password = registry["password"]?.string, !password.isEmpty { registry["password"] = "***" }
        image["registry"] = JSONValue(registry)
        members["dockerImage"] = JSONValue(image)
        if var ingredients = members["ingredients"]?.object, let dockerfile {
            ingredients["dockerfile"] = JSONValue(dockerfile.maskingDockerfileCredentials)
            if let specification { ingredients["condaSpecification"] = JSONValue(specification.description) }
            members["ingredients"] = JSONValue(ingredients)
        }
        return JSONValue(members).maskingCredentials.description
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror without children, so that `dump` shows no credentials.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
