internal import AzureMLSupport
internal import AzureMLSystem
internal import DockerSyntax

/// Podman or Buildah, which share code, options and the storage of images.
struct PodmanEngine: ContainerEngine {
    enum Kind: String, Sendable, Hashable {
        case podman = "Podman"
        case buildah = "Buildah"
    }

    let kind: Kind
    let program: String
    let version: EngineVersion
    let platform: ImagePlatform?

    var title: String { "\(kind.rawValue) \(version)" }
    var outputStyle: BuildOutputStyle { .buildah }
    var variables: [String: String?] { [:] }
    /// `false` for a user without `XDG_RUNTIME_DIR`, whose temporary files include the state of all containers.
    var canMoveTemporaries: Bool {
        ProcessContext.userNumber == 0 || ProcessContext.current[variable: "XDG_RUNTIME_DIR"] != nil
    }
    var namesBuildContainers: Bool { false }

    /// Images without a registry get the host `localhost`; without it, a lookup could find an image from a registry.
    func localName(of image: String) -> String { "localhost/\(image)" }

    func buildArguments(_ build: EngineBuild) -> [String] {
        var arguments = [
            // Docker's format stores the ids of the build's containers, so that no two builds give the same digest.
            "build", "--layers", "--force-rm", "--format", build.needsDockerFormat ? "docker" : "oci", "--file",
            build.dockerfile, "--tag", build.image, "--timestamp", String(build.timestamp),
        ]
        if !build.usesCache { arguments.append("--no-cache") }
        if let platform = build.platform { arguments += ["--platform", platform.description] }
        if let network = build.network { arguments += ["--network", network] }
        if build.allowsPlainHTTP { arguments.append(Self.plainHTTP) }
        for label in build.labels { arguments += ["--label", label.argument] }
        return arguments + [build.contextFolder]
    }

    /// Podman and Buildah clean up their containers only on a SIGHUP received while a command runs, which they also
    /// pass on to the command. `nohup` makes them ignore that signal at all other times, and it is sent until they have
    /// ended.
    func buildCommand(_ build: EngineBuild, credentials: EngineCredentials?) -> Command {
        var command = command(buildArguments(build), credentials: credentials)
        command.arguments.insert(command.absoluteProgram, at: 0)
        command.program = "nohup"
        command.ending = .hangUpRepeatedly
        command.graceTime = .seconds(10)
        return command
    }

    private static let plainHTTP = "--tls-verify=false"

    private func transport(_ image: ImageReference) -> [String] {
        image.isOnThisMachine ? [Self.plainHTTP] : []
    }

    func inspectArguments(_ image: String) -> [String] {
        switch kind {
        case .podman: ["image", "inspect", image]
        case .buildah: ["inspect", "--type", "image", image]
        }
    }

    func pullArguments(_ image: ImageReference, platform: ImagePlatform?) -> [String] {
        let policy = kind == .buildah ? ["--policy", "always"] : []
        return ["pull"] + policy + (platform.map { ["--platform", $0.description] } ?? []) + transport(image) + [
            image.description
        ]
    }

    func tagArguments(_ image: String, as name: ImageReference) -> [String] {
        ["tag", image, name.description]
    }

    func pushArguments(_ image: ImageReference, digestFile: String) -> [String] {
        ["push", "--digestfile", digestFile] + transport(image) + [image.description, "docker://\(image)"]
    }

    func listArguments(_ image: ImageReference) -> [String]? {
        // Buildah knows only the digest of the image itself, not that of a list.
        kind == .podman ? ["manifest", "inspect", image.description] : nil
    }

    func removeArguments(_ image: String) -> [String] {
        kind == .podman ? ["image", "rm", image] : ["rmi", image]
    }

    func loginArguments(host: String, username: String) -> [String] {
        let transport = ImageReference.isHostOfThisMachine(host) ? [Self.plainHTTP] : []
        return ["login", "--username", username, "--password-stdin"] + transport + [host]
    }

    func image(inspected answer: JSONValue) -> EngineImage? {
        switch kind {
        case .podman:
            guard let id = answer[0]["Id"].string else { return nil }
            return EngineImage(
                id: "sha256:\(id)",
                digest: answer[0]["Digest"].string.flatMap { try? ImageDigest(parsing: $0) },
                repositoryDigests: ImageReference.all(in: answer[0]["RepoDigests"]),
                labels: ImageLabel.all(in: answer[0]["Labels"]),
                platform: ImagePlatform(
                    os: answer[0]["Os"].string,
                    architecture: answer[0]["Architecture"].string,
                    variant: answer[0]["Variant"].string
                )
            )
        case .buildah:
            guard let id = answer["FromImageID"].string else { return nil }
            let digest = answer["FromImageDigest"].string.flatMap { try? ImageDigest(parsing: $0) }
            let name = answer["FromImage"].string.flatMap { try? ImageReference(parsing: $0) }
            return EngineImage(
                id: "sha256:\(id)",
                digest: digest,
                repositoryDigests: digest.flatMap { digest in name.map { [$0.pinned(to: digest)] } } ?? [],
                labels: ImageLabel.all(in: answer["Docker"]["config"]["Labels"]),
                platform: ImagePlatform(
                    os: answer["OCIv1"]["os"].string,
                    architecture: answer["OCIv1"]["architecture"].string,
                    variant: answer["OCIv1"]["variant"].string
                )
            )
        }
    }

    func support(for construct: DockerfileConstruct) -> EngineSupport {
        switch construct {
        case .shell, .healthCheck, .mount, .copyMode, .network: .works
        case .hereDocument: since(buildah: EngineVersion(1, 33), podman: EngineVersion(4, 8))
        case .checksum: since(buildah: EngineVersion(1, 37), podman: EngineVersion(5, 2))
        case .exclude: since(buildah: EngineVersion(1, 38), podman: EngineVersion(5, 3))
        case .link, .parents: since(buildah: EngineVersion(1, 41), podman: EngineVersion(5, 6))
        case .security: .needs("Docker with BuildKit")
        }
    }

    private func since(buildah: EngineVersion, podman: EngineVersion) -> EngineSupport {
        let first = kind == .buildah ? buildah : podman
        return version >= first ? .works : .needs("\(kind.rawValue) \(first)")
    }
}
