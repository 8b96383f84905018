// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

extension RSection {
    @available(*, unavailable, renamed: "rVersion")
    public var r_version: String? {
        get { rVersion }
        set { rVersion = newValue }
    }

    @available(*, unavailable, renamed: "userManaged")
    public var user_managed: Bool {
        get { userManaged }
        set { userManaged = newValue }
    }

    @available(*, unavailable, renamed: "rscriptPath")
    public var rscript_path: String? {
        get { rscriptPath }
        set { rscriptPath = newValue }
    }

    @available(*, unavailable, renamed: "snapshotDate")
    public var snapshot_date: String? {
        get { snapshotDate }
        set { snapshotDate = newValue }
    }

    @available(*, unavailable, renamed: "cranPackages")
    public var cran_packages: [RCranPackage]? {
        get { cranPackages }
        set { cranPackages = newValue }
    }

    @available(*, unavailable, renamed: "githubPackages")
    public var github_packages: [RGitHubPackage]? {
        get { githubPackages }
        set { githubPackages = newValue }
    }

    @available(*, unavailable, renamed: "customURLPackages")
    public var custom_url_packages: [String]? {
        get { customURLPackages }
        set { customURLPackages = newValue }
    }

    @available(*, unavailable, renamed: "bioconductorPackages")
    public var bioconductor_packages: [String]? {
        get { bioconductorPackages }
        set { bioconductorPackages = newValue }
    }
}
