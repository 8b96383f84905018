// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

extension SparkSection {
    @available(*, unavailable, renamed: "precachePackages")
    public var precache_packages: Bool {
        get { precachePackages }
        set { precachePackages = newValue }
    }
}
