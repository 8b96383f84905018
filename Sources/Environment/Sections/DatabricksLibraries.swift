/// A Maven library for Databricks.
///
/// > Python: `azureml.core.databricks.MavenLibrary`
public struct MavenLibrary: Sendable, Equatable {
    /// The coordinates, such as `org.jsoup:jsoup:1.7.2`.
    ///
    /// > Python: `azureml.core.databricks.MavenLibrary.coordinates`
    public var coordinates: String
    /// The URL of the repository; empty for the default one.
    ///
    /// > Python: `azureml.core.databricks.MavenLibrary.repo`
    public var repo: String
    /// The dependencies to leave out, such as `slf4j:slf4j`.
    ///
    /// > Python: `azureml.core.databricks.MavenLibrary.exclusions`
    public var exclusions: [String]
    var remainder = JSONRemainder()

    /// Makes a library.
    public init(coordinates: String = "", repo: String = "", exclusions: [String] = []) {
        self.coordinates = coordinates
        self.repo = repo
        self.exclusions = exclusions
    }
}

extension MavenLibrary: JSONSection {
    static let empty = MavenLibrary()
    static var valueForNull: MavenLibrary? { empty }

    static let members: JSONMembers<MavenLibrary> = [
        JSONMember("coordinates", \.coordinates),
        JSONMember("repo", \.repo),
        JSONMember("exclusions", \.exclusions),
    ]
}

/// A Python package for Databricks.
///
/// > Python: `azureml.core.databricks.PyPiLibrary`
public struct PyPiLibrary: Sendable, Equatable {
    /// The package, such as `beautifulsoup4`.
    ///
    /// > Python: `azureml.core.databricks.PyPiLibrary.package`
    public var package: String
    /// The URL of the repository; empty for the default one.
    ///
    /// > Python: `azureml.core.databricks.PyPiLibrary.repo`
    public var repo: String
    var remainder = JSONRemainder()

    /// Makes a library.
    public init(package: String = "", repo: String = "") {
        self.package = package
        self.repo = repo
    }
}

extension PyPiLibrary: JSONSection {
    static let empty = PyPiLibrary()
    static var valueForNull: PyPiLibrary? { empty }

    static let members: JSONMembers<PyPiLibrary> = [
        JSONMember("package", \.package),
        JSONMember("repo", \.repo),
    ]
}

/// A CRAN package for Databricks.
///
/// > Python: `azureml.core.databricks.RCranLibrary`
public struct RCranLibrary: Sendable, Equatable {
    /// The package, such as `ada`.
    ///
    /// > Python: `azureml.core.databricks.RCranLibrary.package`
    public var package: String
    /// The URL of the repository; empty for the default one.
    ///
    /// > Python: `azureml.core.databricks.RCranLibrary.repo`
    public var repo: String
    var remainder = JSONRemainder()

    /// Makes a library.
    public init(package: String = "", repo: String = "") {
        self.package = package
        self.repo = repo
    }
}

extension RCranLibrary: JSONSection {
    static let empty = RCranLibrary()
    static var valueForNull: RCranLibrary? { empty }

    static let members: JSONMembers<RCranLibrary> = [
        JSONMember("package", \.package),
        JSONMember("repo", \.repo),
    ]
}

/// A Java archive for Databricks.
///
/// > Python: `azureml.core.databricks.JarLibrary`
public struct JarLibrary: Sendable, Equatable {
    /// The URL of the file, such as `dbfs:/libraries/a.jar`.
    ///
    /// > Python: `azureml.core.databricks.JarLibrary.library`
    public var library: String
    var remainder = JSONRemainder()

    /// Makes a library.
    public init(library: String = "") {
        self.library = library
    }
}

extension JarLibrary: JSONSection {
    static let empty = JarLibrary()
    static var valueForNull: JarLibrary? { empty }

    static let members: JSONMembers<JarLibrary> = [
        JSONMember("library", \.library)
    ]
}

/// A Python egg for Databricks.
///
/// > Python: `azureml.core.databricks.EggLibrary`
public struct EggLibrary: Sendable, Equatable {
    /// The URL of the file, such as `dbfs:/libraries/a.egg`.
    ///
    /// > Python: `azureml.core.databricks.EggLibrary.library`
    public var library: String
    var remainder = JSONRemainder()

    /// Makes a library.
    public init(library: String = "") {
        self.library = library
    }
}

extension EggLibrary: JSONSection {
    static let empty = EggLibrary()
    static var valueForNull: EggLibrary? { empty }

    static let members: JSONMembers<EggLibrary> = [
        JSONMember("library", \.library)
    ]
}

extension MavenLibrary: CustomStringConvertible, CustomReflectable {
    /// The JSON form, with sorted members and masked secrets.
    public var description: String { maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension PyPiLibrary: CustomStringConvertible, CustomReflectable {
    /// The JSON form, with sorted members and masked secrets.
    public var description: String { maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension RCranLibrary: CustomStringConvertible, CustomReflectable {
    /// The JSON form, with sorted members and masked secrets.
    public var description: String { maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension JarLibrary: CustomStringConvertible, CustomReflectable {
    /// The JSON form, with sorted members and masked secrets.
    public var description: String { maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension EggLibrary: CustomStringConvertible, CustomReflectable {
    /// The JSON form, with sorted members and masked secrets.
    public var description: String { maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
