// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

extension DockerBuildContext {
    @available(*, unavailable, renamed: "locationType")
    public var location_type: LocationType? {
        get { locationType }
        set { locationType = newValue }
    }

    @available(*, unavailable, renamed: "dockerfilePath")
    public var dockerfile_path: String {
        get { dockerfilePath }
        set { dockerfilePath = newValue }
    }

    @available(*, unavailable, renamed: "init(locationType:location:dockerfilePath:)")
    public init(_ location_type: LocationType, _ location: String, _ dockerfile_path: String = "Dockerfile") {
        self.init(locationType: location_type, location: location, dockerfilePath: dockerfile_path)
    }

    @available(*, unavailable, renamed: "init(locationType:location:dockerfilePath:)")
    public init(location_type: LocationType?, location: String?, dockerfile_path: String = "Dockerfile") {
        self.init(locationType: location_type, location: location, dockerfilePath: dockerfile_path)
    }
}

extension DockerBuildContext.LocationType {
    @available(*, unavailable, renamed: "git")
    public static var Git: Self { .git }

    @available(*, unavailable, renamed: "storageAccount")
    public static var StorageAccount: Self { .storageAccount }
}
