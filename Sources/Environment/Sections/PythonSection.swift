public import CondaDependencies

/// The Python of an environment: who manages it, and which packages it has.
///
/// > Python: `azureml.core.environment.PythonSection`
public struct PythonSection: Sendable, Equatable {
    /// Whether the base image brings Python and all packages, so that none are installed.
    ///
    /// > Python: `azureml.core.environment.PythonSection.user_managed_dependencies`
    public var userManagedDependencies = false
    /// The path of the Python interpreter.
    ///
    /// > Python: `azureml.core.environment.PythonSection.interpreter_path`
    public var interpreterPath = "python"
    /// The path of a conda file; deprecated in azureml-core, kept as it is.
    ///
    /// > Python: `azureml.core.environment.PythonSection.conda_dependencies_file`
    public var condaDependenciesFile: String?
    /// The name of an existing conda environment that this one is built upon.
    ///
    /// > Python: `azureml.core.environment.PythonSection._base_conda_environment`
    public var baseCondaEnvironment: String?
    /// The packages; ``CondaDependencies/empty`` is Python's `None`.
    ///
    /// > Python: `azureml.core.environment.PythonSection.conda_dependencies`
    public var condaDependencies: CondaDependencies
    var remainder = JSONRemainder()

    /// Makes azureml-core's default: Python managed by conda, with azureml-core's template of packages.
    public init() {
        self.init(condaDependencies: CondaDependencies())
    }

    init(condaDependencies: CondaDependencies) {
        self.condaDependencies = condaDependencies
    }
}

extension PythonSection: JSONSection {
    static let withoutMembers = PythonSection(condaDependencies: .empty)
    static var whenNull: PythonSection? { nil }

    static let members: JSONMembers<PythonSection> = [
        JSONMember("userManagedDependencies", \.userManagedDependencies),
        JSONMember("interpreterPath", \.interpreterPath),
        JSONMember("condaDependenciesFile", \.condaDependenciesFile),
        JSONMember("baseCondaEnvironment", \.baseCondaEnvironment),
        JSONMember("condaDependencies", \.condaDependencies),
    ]
}

extension PythonSection: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}
