public import AzureMLSupport

/// An entry of a registered environment's specification that names the package of a search.
///
/// > Python: none; azureml-core cannot search
public struct PackageMatch: Sendable, Hashable {
    /// The program that installs a package.
    public enum PackageManager: String, Sendable, Hashable {
        /// An entry of `dependencies`.
        case conda
        /// An entry of a `pip:` list.
        case pip
    }

    /// Whether the environment certainly or only possibly has a version that the search asks for.
    public enum Certainty: String, Sendable, Hashable {
        /// The entry allows only versions that the search asks for.
        case certain
        /// The entry also allows other versions, applies only under a condition, or has a version that cannot be
        /// compared.
        case possible
    }

    /// The environment's name.
    public let name: String
    /// The environment's version.
    public let version: String
    /// The program that installs the package.
    public let packageManager: PackageManager
    /// The entry as the specification spells it, such as `numpy>=1.26`.
    public let entry: String
    /// Whether the environment certainly or only possibly has a version that the search asks for.
    public let certainty: Certainty
}

extension PackageMatch: CustomDebugStringConvertible, CustomReflectable {
    /// The environment, the program, the entry with credentials masked, and the certainty:
    /// `pytorch:3 pip 'numpy>=1.26' possible`.
    public var debugDescription: String {
        "\(name):\(version) \(packageManager) '\(entry)' \(certainty)".maskingCredentials.escapingControlCharacters
    }

    /// A mirror without children, so that `dump` shows ``debugDescription``, in which credentials are masked.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// The result of searching a workspace's environments for a package.
///
/// > Python: none; azureml-core cannot search
public struct PackageSearchResult: Sendable, Hashable {
    /// The entries that name the package, in the store's order of environments. Each environment's conda entries come
    /// first.
    public internal(set) var matches: [PackageMatch] = []
    /// The versions and entries that could not be searched and may hide a match: damaged versions and unreadable
    /// entries.
    public internal(set) var diagnostics: [Diagnostic] = []
}
