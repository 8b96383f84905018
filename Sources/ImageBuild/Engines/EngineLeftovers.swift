internal import AzureMLSupport

/// What an engine that was told to end leaves behind of its own accord.
///
/// Podman and Buildah end at once and forget the containers that they worked in. Docker's daemon removes its own.
struct EngineLeftovers: Sendable {
    private let engine: PodmanEngine?
    private let before: Set<String>

    /// Remembers which containers are there before a build.
    init(of engine: any ContainerEngine) async throws {
        guard let podman = engine as? PodmanEngine else {
            self.engine = nil
            before = []
            return
        }
        self.engine = podman
        before = Set(try await Self.containers(of: podman).map(\.id))
    }

    /// Removes the containers that a build left.
    ///
    /// Another build can make some at the same time: only those go that hold the base image or a layer of this build,
    /// and only where there is one of that kind alone.
    func remove(baseImage: ImageReference?, lines: [String]) async {
        guard let engine, let after = try? await Self.containers(of: engine) else { return }
        let new = after.filter { !before.contains($0.id) && $0.isWorkplace }
        for (imageID, containers) in Dictionary(grouping: new, by: \.imageID) {
            guard containers.count == 1, let container = containers.first else { continue }
            let isLayer = lines.contains { $0.hasPrefix("--> \(imageID.prefix(11))") }
            guard isLayer || container.image == baseImage?.description else { continue }
            // One that cannot be removed is not worth an error: the build was to end anyway.
            _ = try? await Command(engine.program, engine.removeContainerArguments(container.id)).output(limit: 1 << 20)
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
