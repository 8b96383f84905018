internal import AzureMLSupport

/// What an engine that was told to end leaves behind of its own accord.
enum EngineLeftovers: Sendable {
    /// Podman and Buildah end at once and forget the containers that they worked in; these were there before.
    case ofPodman(PodmanEngine, before: Set<String>)
    /// Docker's daemon goes on for a moment when its client is gone.
    case ofDocker(DockerEngine)
    case none

    /// Remembers which containers are there before a build.
    init(of engine: any ContainerEngine) async throws {
        if let podman = engine as? PodmanEngine {
            self = .ofPodman(podman, before: Set(try await Self.containers(of: podman).map(\.id)))
        } else if let docker = engine as? DockerEngine, !docker.usesBuildKit {
            self = .ofDocker(docker)
        } else {
            self = .none
        }
    }

    /// Removes the containers that a build left.
    ///
    /// - Parameters:
    ///   - baseImage: The image that the build began with.
    ///   - lines: What the engine wrote.
    func remove(baseImage: ImageReference?, lines: [String]) async {
        switch self {
        case .ofPodman(let engine, let before):
            await Self.remove(of: engine, before: before, baseImage: baseImage, lines: lines)
        case .ofDocker(let engine):
            let mark = " ---> Running in "
            guard let container = lines.last(where: { $0.hasPrefix(mark) })?.dropFirst(mark.count) else { return }
            await Self.remove(String(container), of: engine)
        case .none: break
        }
    }

    /// Removes a container that the daemon removes as well: whoever comes second waits until it is gone.
    private static func remove(_ container: String, of engine: DockerEngine) async {
        guard container.allSatisfy(\.isHexDigit) else { return }
        for _ in 0..<patience {
            let command = engine.command(["rm", "--force", container], credentials: nil)
            guard let output = try? await command.output(limit: 1 << 20), !output.status.isSuccess,
                output.complaint.contains("already in progress")
            else { return }
            try? await Task.sleep(for: pause)
        }
    }

    private static let patience = 100
    private static let pause = Duration.milliseconds(100)

    /// Another build can make containers at the same time: only those go that hold the base image or a layer of this
    /// build, and only where there is one of that kind alone.
    private static func remove(
        of engine: PodmanEngine,
        before: Set<String>,
        baseImage: ImageReference?,
        lines: [String]
    ) async {
        guard let after = try? await containers(of: engine) else { return }
        let new = after.filter { !before.contains($0.id) && $0.isWorkplace }
        for (imageID, containers) in Dictionary(grouping: new, by: \.imageID) {
            guard containers.count == 1, let container = containers.first else { continue }
            let isLayer = lines.contains { $0.hasPrefix("--> \(imageID.prefix(11))") }
            guard isLayer || container.image == baseImage?.description else { continue }
            // One that cannot be removed is not worth an error: the build was to end anyway.
            _ = try? await engine.command(engine.removeContainerArguments(container.id), credentials: nil).output(
                limit: 1 << 20
            )
        }
    }

    private struct Container: Sendable {
        let id: String
        let image: String
        let imageID: String
        /// Whether it was made by a build, and is no container that somebody runs.
        let isWorkplace: Bool
    }

    private static func containers(of engine: PodmanEngine) async throws -> [Container] {
        let output = try await Command(engine.program, engine.listContainersArguments).output(limit: 64 << 20)
        let list = (try? JSONValue(parsing: output.standardOutput))?.array ?? []
        return list.compactMap { json in
            switch engine.kind {
            case .podman:
                guard let id = json["Id"].string else { return nil }
                return Container(
                    id: id,
                    image: json["Image"].string ?? "",
                    imageID: json["ImageID"].string ?? "",
                    isWorkplace: json["State"].string == "storage"
                )
            case .buildah:
                guard let id = json["id"].string else { return nil }
                return Container(
                    id: id,
                    image: json["imagename"].string ?? "",
                    imageID: json["imageid"].string ?? "",
                    isWorkplace: json["builder"].bool ?? false
                )
            }
        }
    }
}

extension PodmanEngine {
    /// Containers that were made by a build, among all others.
    fileprivate var listContainersArguments: [String] {
        switch kind {
        case .podman: ["ps", "--all", "--external", "--format", "json"]
        case .buildah: ["containers", "--json"]
        }
    }

    fileprivate func removeContainerArguments(_ id: String) -> [String] {
        kind == .podman ? ["rm", "--force", id] : ["rm", id]
    }
}
