/// Spark's packages, and where they come from.
///
/// > Python: `azureml.core.environment.SparkSection`
public struct SparkSection: Sendable, Equatable {
    /// The URLs of the repositories, in the order in which they are tried.
    ///
    /// > Python: `azureml.core.environment.SparkSection.repositories`
    public var repositories: [String] = []
    /// The packages.
    ///
    /// > Python: `azureml.core.environment.SparkSection.packages`
    public var packages: [SparkPackage] = []
    /// Whether the packages are added to the image when it is built.
    ///
    /// > Python: `azureml.core.environment.SparkSection.precache_packages`
    public var precachePackages = true
    var remainder = JSONRemainder()

    /// Makes azureml-core's default: no packages.
    public init() {}
}

extension SparkSection: JSONSection {
    static let empty = SparkSection()
    static var valueForNull: SparkSection? { empty }

    static let members: JSONMembers<SparkSection> = [
        JSONMember("repositories", \.repositories),
        JSONMember("packages", \.packages),
        JSONMember("precachePackages", \.precachePackages),
    ]
}

/// A Spark package by its Maven coordinates.
///
/// > Python: `azureml.core.environment.SparkPackage`
public struct SparkPackage: Sendable, Equatable {
    /// The package's group, such as `org.apache.spark`.
    ///
    /// > Python: `azureml.core.environment.SparkPackage.group`
    public var group: String?
    /// The package's name in the group.
    ///
    /// > Python: `azureml.core.environment.SparkPackage.artifact`
    public var artifact: String?
    /// The package's version.
    ///
    /// > Python: `azureml.core.environment.SparkPackage.version`
    public var version: String?
    var remainder = JSONRemainder()

    /// Makes a package from its coordinates.
    public init(group: String? = nil, artifact: String? = nil, version: String? = nil) {
        self.group = group
        self.artifact = artifact
        self.version = version
    }
}

extension SparkPackage: JSONSection {
    static let empty = SparkPackage()
    static var valueForNull: SparkPackage? { empty }

    static let members: JSONMembers<SparkPackage> = [
        JSONMember("group", \.group),
        JSONMember("artifact", \.artifact),
        JSONMember("version", \.version),
    ]
}

extension SparkSection: CustomStringConvertible, CustomReflectable {
    /// The JSON form, with sorted members and masked secrets.
    public var description: String { maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension SparkPackage: CustomStringConvertible, CustomReflectable {
    /// The JSON form, with sorted members and masked secrets.
    public var description: String { maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
