// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

public import AzureMLSupport
public import CondaDependencies

extension PythonSection {
    @available(*, unavailable, renamed: "userManagedDependencies")
    public var user_managed_dependencies: Bool {
        get { userManagedDependencies }
        set { userManagedDependencies = newValue }
    }

    @available(*, unavailable, renamed: "interpreterPath")
    public var interpreter_path: String {
        get { interpreterPath }
        set { interpreterPath = newValue }
    }

    @available(*, unavailable, renamed: "condaDependenciesFile")
    public var conda_dependencies_file: String? {
        get { condaDependenciesFile }
        set { condaDependenciesFile = newValue }
    }

    @available(*, unavailable, renamed: "condaDependencies")
    public var conda_dependencies: CondaDependencies {
        get { condaDependencies }
        set { condaDependencies = newValue }
    }
}

extension DockerSection {
    @available(*, unavailable, renamed: "baseImage")
    public var base_image: String? {
        get { baseImage }
        set { baseImage = newValue }
    }

    @available(*, unavailable, renamed: "baseDockerfile")
    public var base_dockerfile: String? {
        get { baseDockerfile }
        set { baseDockerfile = newValue }
    }

    @available(*, unavailable, renamed: "buildContext")
    public var build_context: DockerBuildContext? {
        get { buildContext }
        set { buildContext = newValue }
    }

    @available(*, unavailable, renamed: "baseImageRegistry")
    public var base_image_registry: ContainerRegistry {
        get { baseImageRegistry }
        set { baseImageRegistry = newValue }
    }

    @available(*, unavailable, renamed: "sharedVolumes")
    public var shared_volumes: Bool {
        get { sharedVolumes }
        set { sharedVolumes = newValue }
    }

    @available(*, unavailable, renamed: "shmSize")
    public var shm_size: String? {
        get { shmSize }
        set { shmSize = newValue }
    }

    @available(*, unavailable, message: "the container engine finds the GPUs by itself")
    public var gpu_support: Bool {
        get { true }
        set {}
    }
}

@available(*, unavailable, renamed: "DockerSection.defaultCPUImage")
public var DEFAULT_CPU_IMAGE: String { DockerSection.defaultCPUImage }

@available(*, unavailable, renamed: "DockerSection.defaultGPUImage")
public var DEFAULT_GPU_IMAGE: String { DockerSection.defaultGPUImage }

extension EnvironmentVariables {
    @available(*, unavailable, renamed: "merge(_:)")
    public mutating func update(_ variables: [String: String]) {}

    @available(*, unavailable, renamed: "names")
    public var keys: [String] { names }

    @available(*, unavailable, renamed: "names")
    public func keys(_ arguments: Any...) -> [String] { names }

    @available(*, unavailable, message: "write: variables.sorted { $0.name < $1.name }")
    public func sorted(
        by areInOrder: ((key: String, value: String), (key: String, value: String)) throws -> Bool
    ) rethrows -> [(key: String, value: String)] {
        []
    }

    @available(*, unavailable, message: "write: for (name, value) in variables")
    public func items() -> [(String, String)] { [] }

    @available(*, unavailable, message: "write: variables[\"NAME\"] = nil")
    @discardableResult
    public mutating func removeValue(forKey name: String) -> String? { nil }

    @available(*, unavailable, message: "write: variables = [:]")
    public mutating func removeAll() {}

    @available(*, unavailable, message: "write: variables[\"NAME\"] = value")
    @discardableResult
    public mutating func updateValue(_ value: String, forKey name: String) -> String? { nil }

    @available(*, unavailable, message: "write: variables[\"NAME\"] = (variables[\"NAME\"] ?? \"…\") + text")
    public subscript(name: String, default value: String) -> String {
        get { value }
        set {}
    }
}

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
}

extension DockerBuildContext.LocationType {
    @available(*, unavailable, renamed: "git")
    public static var Git: Self { .git }

    @available(*, unavailable, renamed: "storageAccount")
    public static var StorageAccount: Self { .storageAccount }
}

extension ContainerRegistry {
    @available(*, unavailable, renamed: "registryIdentity")
    public var registry_identity: RegistryIdentity? {
        get { registryIdentity }
        set { registryIdentity = newValue }
    }
}

extension RegistryIdentity {
    @available(*, unavailable, renamed: "resourceID")
    public var resource_id: String? {
        get { resourceID }
        set { resourceID = newValue }
    }

    @available(*, unavailable, renamed: "clientID")
    public var client_id: String? {
        get { clientID }
        set { clientID = newValue }
    }
}

extension DatabricksSection {
    @available(*, unavailable, renamed: "mavenLibraries")
    public var maven_libraries: [MavenLibrary] {
        get { mavenLibraries }
        set { mavenLibraries = newValue }
    }

    @available(*, unavailable, renamed: "pypiLibraries")
    public var pypi_libraries: [PyPiLibrary] {
        get { pypiLibraries }
        set { pypiLibraries = newValue }
    }

    @available(*, unavailable, renamed: "rcranLibraries")
    public var rcran_libraries: [RCranLibrary] {
        get { rcranLibraries }
        set { rcranLibraries = newValue }
    }

    @available(*, unavailable, renamed: "jarLibraries")
    public var jar_libraries: [JarLibrary] {
        get { jarLibraries }
        set { jarLibraries = newValue }
    }

    @available(*, unavailable, renamed: "eggLibraries")
    public var egg_libraries: [EggLibrary] {
        get { eggLibraries }
        set { eggLibraries = newValue }
    }
}

extension SparkSection {
    @available(*, unavailable, renamed: "precachePackages")
    public var precache_packages: Bool {
        get { precachePackages }
        set { precachePackages = newValue }
    }
}

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

extension RGitHubPackage {
    @available(*, unavailable, renamed: "authToken")
    public var auth_token: Secret? {
        get { authToken }
        set { authToken = newValue }
    }
}
