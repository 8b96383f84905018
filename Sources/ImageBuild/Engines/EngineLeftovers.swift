internal import AzureMLSupport

/// What an engine that was told to end leaves behind of its own accord.
///
/// Podman ends at once and forgets the containers that it worked in. The others remove theirs.
struct EngineLeftovers: Sendable {
    private let engine: PodmanEngine?
    private let before: Set<String>

    /// Remembers which containers are there before a build.
    init(of engine: any ContainerEngine) async throws {
        guard let podman = engine as? PodmanEngine, podman.kind == .podman else {
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
            _ = try? await Command(engine.program, ["rm", "--force", container.id]).output(limit: 1 << 20)
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
        let command = Command(engine.program, ["ps", "--all", "--external", "--format", "json"])
        let output = try await command.output(limit: 64 << 20)
        let list = (try? JSONValue(parsing: output.standardOutput))?.array ?? []
        return list.compactMap { json in
            guard let id = json["Id"].string else { return nil }
            return Container(
                id: id,
                image: json["Image"].string ?? "",
                imageID: json["ImageID"].string ?? "",
                isWorkplace: json["State"].string == "storage"
            )
        }
    }
}
