public import CondaDependencies

/// The Python of an environment: the interpreter, the packages, and whether conda manages them.
///
/// > Python: `azureml.core.environment.PythonSection`
public struct PythonSection: Sendable, Equatable {
    /// Whether the base image already has Python and all packages, so that no packages are installed.
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
    /// The name of an existing conda environment that this one is built on.
    ///
    /// > Python: `azureml.core.environment.PythonSection._base_conda_environment`
    public var baseCondaEnvironment: String?
    /// The packages; ``CondaDependencies/empty`` corresponds to Python's `None`.
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
    static let empty = PythonSection(condaDependencies: .empty)
    static var valueForNull: PythonSection? { nil }

    static let members: JSONMembers<PythonSection> = [
        JSONMember("userManagedDependencies", \.userManagedDependencies),
        JSONMember("interpreterPath", \.interpreterPath),
        JSONMember("condaDependenciesFile", \.condaDependenciesFile),
        JSONMember("baseCondaEnvironment", \.baseCondaEnvironment),
        JSONMember("condaDependencies", \.condaDependencies),
    ]
}

extension PythonSection: CustomStringConvertible, CustomReflectable {
    /// The JSON form, with sorted members and masked secrets.
    public var description: String { maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
