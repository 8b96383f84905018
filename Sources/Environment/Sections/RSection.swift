/// The R of an environment: its version and its packages.
///
/// > Python: `azureml.core.environment.RSection`
public struct RSection: Sendable, Equatable {
    /// R's version, such as `3.6.0`.
    ///
    /// > Python: `azureml.core.environment.RSection.r_version`
    public var rVersion: String? = nil
    /// Whether the base image already has R and all packages, so that no packages are installed.
    ///
    /// > Python: `azureml.core.environment.RSection.user_managed`
    public var userManaged = false
    /// The path of `Rscript` when R is user-managed.
    ///
    /// > Python: `azureml.core.environment.RSection.rscript_path`
    public var rscriptPath: String? = nil
    /// The date of the CRAN snapshot, as `YYYY-MM-DD`.
    ///
    /// > Python: `azureml.core.environment.RSection.snapshot_date`
    public var snapshotDate: String? = nil
    /// The packages from CRAN.
    ///
    /// > Python: `azureml.core.environment.RSection.cran_packages`
    public var cranPackages: [RCranPackage]? = nil
    /// The packages from GitHub.
    ///
    /// > Python: `azureml.core.environment.RSection.github_packages`
    public var githubPackages: [RGitHubPackage]? = nil
    /// The URLs of additional packages.
    ///
    /// > Python: `azureml.core.environment.RSection.custom_url_packages`
    public var customURLPackages: [String]? = nil
    /// The packages from Bioconductor.
    ///
    /// > Python: `azureml.core.environment.RSection.bioconductor_packages`
    public var bioconductorPackages: [String]? = nil
    var remainder = JSONRemainder()

    /// Makes azureml-core's default: no packages.
    public init() {}
}

extension RSection: JSONSection {
    static let empty = RSection()
    static var valueForNull: RSection? { empty }

    static let members: JSONMembers<RSection> = [
        JSONMember("rVersion", \.rVersion),
        JSONMember("userManaged", \.userManaged),
        JSONMember("rscriptPath", \.rscriptPath),
        JSONMember("snapshotDate", \.snapshotDate),
        JSONMember("cranPackages", \.cranPackages),
        JSONMember("githubPackages", \.githubPackages),
        JSONMember("customUrlPackages", \.customURLPackages),
        JSONMember("bioconductorPackages", \.bioconductorPackages),
    ]
}

extension RSection: CustomStringConvertible, CustomReflectable {
    /// The JSON form, with sorted members and masked secrets.
    public var description: String { maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
