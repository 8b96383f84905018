internal import AzureMLSupport
internal import AzureMLSystem
internal import DockerSyntax

/// Docker, with its classic builder or with BuildKit.
struct DockerEngine: ContainerEngine {
    let program: String
    /// The version of the daemon, which does the work.
    let version: EngineVersion
    let platform: ImagePlatform?
    let usesBuildKit: Bool

    var title: String { "Docker \(version)\(usesBuildKit ? " with BuildKit" : "")" }
    var outputStyle: BuildOutputStyle { usesBuildKit ? .buildKit : .classicDocker }
    /// `false`, because the daemon creates the temporary files, and this process cannot tell it where.
    var canMoveTemporaries: Bool { false }
    var namesBuildContainers: Bool { true }
    var variables: [String: String?] { ["DOCKER_BUILDKIT": usesBuildKit ? "1" : "0", "DOCKER_CLI_HINTS": "false"] }

    func localName(of image: String) -> String { image }

    func buildArguments(_ build: EngineBuild) -> [String] {
        var arguments = ["build", "--file", build.dockerfile, "--tag", build.image]
        if usesBuildKit {
            arguments += ["--progress", "plain", "--build-arg", "SOURCE_DATE_EPOCH=\(build.timestamp)"]
        } else {
            // A step that fails must leave no container behind.
            arguments.append("--force-rm")
        }
        if !build.usesCache { arguments.append("--no-cache") }
        if let platform = build.platform { arguments += ["--platform", platform.description] }
        if let network = build.network { arguments += ["--network", network] }
        for label in build.labels { arguments += ["--label", label.argument] }
        return arguments + [build.contextFolder]
    }

    func buildCommand(_ build: EngineBuild, credentials: EngineCredentials?) -> Command {
        command(buildArguments(build), credentials: credentials)
    }

    func inspectArguments(_ image: String) -> [String] { ["image", "inspect", image] }
    func pullArguments(_ image: ImageReference, platform: ImagePlatform?) -> [String] {
        ["pull"] + (platform.map { ["--platform", $0.description] } ?? []) + [image.description]
    }

    func pushArguments(_ image: ImageReference, digestFile: String) -> [String] { ["push", image.description] }
    func listArguments(_ image: ImageReference) -> [String]? { nil }
    func removeArguments(_ image: String) -> [String] { ["image", "rm", image] }

    func tagArguments(_ image: String, as name: ImageReference) -> [String] {
        ["tag", image, name.description]
    }

    func loginArguments(host: String, username: String) -> [String] {
        ["login", "--username", username, "--password-stdin", host]
    }

    func image(inspected answer: JSONValue) -> EngineImage? {
        guard let id = answer[0]["Id"].string else { return nil }
        return EngineImage(
            id: id,
            digest: nil,
            repositoryDigests: ImageReference.all(in: answer[0]["RepoDigests"]),
            labels: ImageLabel.all(in: answer[0]["Config"]["Labels"]),
            platform: ImagePlatform(
                os: answer[0]["Os"].string,
                architecture: answer[0]["Architecture"].string,
                variant: answer[0]["Variant"].string
            )
        )
    }

    func support(for construct: DockerfileConstruct) -> EngineSupport {
        switch construct {
        case .shell, .healthCheck: return .works
        case .copyMode, .mount: return usesBuildKit ? .works : .needs("BuildKit: set DOCKER_BUILDKIT=1")
        case .hereDocument, .link, .network:
            guard usesBuildKit else { return .needs("BuildKit of Docker 23: set DOCKER_BUILDKIT=1") }
            return version >= EngineVersion(23) ? .works : .needs("Docker 23")
        case .checksum, .parents, .exclude, .security:
            return usesBuildKit && version >= EngineVersion(23)
                ? .works : .needs("Docker 23 with BuildKit")
        }
    }
}
