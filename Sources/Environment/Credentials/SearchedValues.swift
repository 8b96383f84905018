internal import AzureMLSupport
internal import CondaDependencies

/// The values of an environment that are searched for credentials and for tokens. They are made once, because
/// registering searches for both.
struct SearchedValues {
    /// The data of the conda specification.
    let conda: JSONValue
    /// The definition without the parts that are searched by their own rules: the conda specification, the variables
    /// and the Dockerfile.
    let others: JSONValue

    init(of environment: Environment) {
        conda = environment.python.condaDependencies.asDict()
        var environment = environment.withoutCondaDependencies
        environment.environmentVariables = [:]
        environment.docker.storedBaseDockerfile = nil
        others = environment.json(secrets: .withheld) ?? .null
    }
}
