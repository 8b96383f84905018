/// The libraries of a Databricks cluster. Registering keeps them, unlike in azureml-core.
///
/// > Python: `azureml.core.databricks.DatabricksSection`
public struct DatabricksSection: Sendable, Equatable {
    /// The Maven libraries.
    ///
    /// > Python: `azureml.core.databricks.DatabricksSection.maven_libraries`
    public var mavenLibraries: [MavenLibrary] = []
    /// The Python packages.
    ///
    /// > Python: `azureml.core.databricks.DatabricksSection.pypi_libraries`
    public var pypiLibraries: [PyPiLibrary] = []
    /// The CRAN packages.
    ///
    /// > Python: `azureml.core.databricks.DatabricksSection.rcran_libraries`
    public var rcranLibraries: [RCranLibrary] = []
    /// The Java archives.
    ///
    /// > Python: `azureml.core.databricks.DatabricksSection.jar_libraries`
    public var jarLibraries: [JarLibrary] = []
    /// The Python eggs.
    ///
    /// > Python: `azureml.core.databricks.DatabricksSection.egg_libraries`
    public var eggLibraries: [EggLibrary] = []
    var remainder = JSONRemainder()

    /// Makes azureml-core's default: no libraries.
    public init() {}
}

extension DatabricksSection: JSONSection {
    static let empty = DatabricksSection()
    static var valueForNull: DatabricksSection? { empty }

    static let members: JSONMembers<DatabricksSection> = [
        JSONMember("mavenLibraries", \.mavenLibraries),
        JSONMember("pypiLibraries", \.pypiLibraries),
        JSONMember("rcranLibraries", \.rcranLibraries),
        JSONMember("jarLibraries", \.jarLibraries),
        JSONMember("eggLibraries", \.eggLibraries),
    ]
}

extension DatabricksSection: CustomStringConvertible, CustomReflectable {
    /// The JSON form, with sorted members and masked secrets.
    public var description: String { maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
