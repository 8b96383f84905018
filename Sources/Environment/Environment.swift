public import AzureMLSupport
internal import CondaDependencies

/// A Python environment: its packages, its image and its variables.
///
/// This is a value type: editing a copy changes nothing else. ``register(workspace:)`` returns the registered
/// environment.
///
/// > Python: `azureml.core.environment.Environment`
public struct Environment: Sendable {
    /// The name.
    ///
    /// > Python: `azureml.core.environment.Environment.name`
    public var name: String
    /// The version; `nil` when no version was chosen and the environment is not registered.
    ///
    /// > Python: `azureml.core.environment.Environment.version`
    public var version: String?
    /// The environment variables of the image.
    ///
    /// > Python: `azureml.core.environment.Environment.environment_variables`
    public var environmentVariables: EnvironmentVariables
    /// The Python interpreter and its packages.
    ///
    /// > Python: `azureml.core.environment.Environment.python`
    public var python: PythonSection
    /// The image.
    ///
    /// > Python: `azureml.core.environment.Environment.docker`
    public var docker: DockerSection
    /// Spark's packages.
    ///
    /// > Python: `azureml.core.environment.Environment.spark`
    public var spark = SparkSection()
    /// The libraries of a Databricks cluster.
    ///
    /// > Python: `azureml.core.environment.Environment.databricks`
    public var databricks = DatabricksSection()
    /// R and its packages; `nil` for an environment without R.
    ///
    /// > Python: `azureml.core.environment.Environment.r`
    public var r: RSection?
    /// The version of the inferencing stack to add to the image: `latest`, or `nil` to add no stack.
    ///
    /// > Python: `azureml.core.environment.Environment.inferencing_stack_version`
    public var inferencingStackVersion: String?
    /// The identifier of the registered version; `nil` when the environment is not registered.
    ///
    /// > Python: `azureml.core.environment.Environment.asset_id`
    public var assetID: String?
    /// The findings of the call that made this value: of loading, of reading from a workspace, or of registering.
    ///
    /// Editing the environment does not change them; ``register(workspace:)`` works them out again. They are neither
    /// compared by `==` nor stored.
    public internal(set) var diagnostics: [Diagnostic] = []
    var remainder = JSONRemainder()

    /// Makes an environment with azureml-core's defaults.
    ///
    /// > Python: `azureml.core.environment.Environment(name)`
    public init(name: String) {
        self.init(
            name: name,
            environmentVariables: ["EXAMPLE_ENV_VAR": "EXAMPLE_VALUE"],
            python: PythonSection(),
            docker: DockerSection()
        )
    }

    init(name: String, environmentVariables: EnvironmentVariables, python: PythonSection, docker: DockerSection) {
        self.name = name
        self.environmentVariables = environmentVariables
        self.python = python
        self.docker = docker
    }
}

extension Environment: Equatable {
    /// Returns whether everything but the diagnostics is equal.
    ///
    /// Strings are compared by their bytes, and the conda specification by its text.
    public static func == (left: Environment, right: Environment) -> Bool {
        left.python.condaDependencies == right.python.condaDependencies
            && left.withoutCondaDependencies.definition == right.withoutCondaDependencies.definition
            && left.secrets == right.secrets
    }

    var withoutCondaDependencies: Environment {
        var environment = self
        environment.python.condaDependencies = .empty
        return environment
    }
}
