public import AzureMLSupport

/// An entry of a registered environment that names the package that is looked for.
///
/// > Python: none; azureml-core cannot search
public struct PackageMatch: Sendable, Hashable {
    /// Which of the two installs the package.
    public enum PackageManager: String, Sendable, Hashable {
        /// An entry of `dependencies`.
        case conda
        /// An entry of a `pip:` list.
        case pip
    }

    /// How sure it is that the environment has a version that is looked for.
    public enum Certainty: String, Sendable, Hashable {
        /// The entry allows none but versions that are looked for.
        case certain
        /// The entry allows other versions too, holds under a condition only, or its version cannot be compared.
        case possible
    }

    /// The environment's name.
    public let name: String
    /// The environment's version.
    public let version: String
    /// Who installs the package.
    public let packageManager: PackageManager
    /// The entry as the specification spells it, such as `numpy>=1.26`.
    public let entry: String
    /// How sure it is that the environment has a version that is looked for.
    public let certainty: Certainty
}

/// What a search in the environments of a workspace brought.
///
/// > Python: none; azureml-core cannot search
public struct PackageSearchResult: Sendable, Hashable {
    /// The entries that name the package: environments in the order of the store, within one first those of conda.
    public internal(set) var matches: [PackageMatch] = []
    /// What could not be looked into, and may hide a match: damaged versions, entries that cannot be read.
    public internal(set) var diagnostics: [Diagnostic] = []
}
