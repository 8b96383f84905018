internal import AzureMLSupport
internal import AzureMLSystem
internal import DockerSyntax

/// The containers that a build which was cut short leaves behind.
///
/// Engines remove them themselves when they are told to end in the right way, Docker's daemon a moment later. A container
/// that the engine does not say to be of this build stays: it can belong to another build or to a user.
struct EngineLeftovers: Sendable {
    private let engine: any ContainerEngine
    /// `nil` when the engine does not tell, so that no container is known to be new.
    private let before: Set<String>?

    /// How often Docker is asked, and how long is waited in between.
    private static let attempts = 10
    private static let pause = Duration.milliseconds(100)

    /// Remembers which containers are there before a build.
    init(of engine: any ContainerEngine) async throws {
        self.engine = engine
        do {
            before = Set(try await engine.buildContainers().map(\.id))
        } catch let error as CancellationError {
            throw error
        } catch {
            before = nil
        }
    }

    /// Removes the containers that the engine said to be of the build.
    ///
    /// - Parameters:
    ///   - baseImage: The image that the build began with.
    ///   - lines: What the engine wrote.
    /// - Returns: Containers that may be left of the build, or belong to another one on the same images.
    func remove(baseImage: ImageReference?, lines: [String]) async -> [BuildContainer] {
        guard engine.namesBuildContainers else {
            return Self.suspected(await new(), baseImage: baseImage, lines: lines, style: engine.outputStyle)
        }
        let last = engine.outputStyle.containerOfLastStep(in: lines)
        for _ in 0..<Self.attempts {
            let new = await new()
            if let last, !new.contains(where: { $0.id.hasPrefix(last) }) { break }
            for container in Self.named(new, in: lines, style: engine.outputStyle) { await remove(container) }
            // The step that was begun last can still get its container; BuildKit ends its own unseen, a moment late.
            try? await Task.sleep(for: Self.pause)
        }
        return []
    }

    private func new() async -> [BuildContainer] {
        guard let before, let all = try? await engine.buildContainers() else { return [] }
        return all.filter { !before.contains($0.id) }
    }

    private func remove(_ container: BuildContainer) async {
        for _ in 0..<Self.attempts {
            let command = engine.command(engine.removeContainersArguments([container.id]), credentials: nil)
            // One that cannot be removed is not worth an error: the build was to end anyway.
            guard let output = try? await command.output(limit: 1 << 20), !output.status.isSuccess,
                output.complaint.contains("already in progress")
            else { return }
            try? await Task.sleep(for: Self.pause)
        }
    }

    /// The containers that the engine named, among those that are new.
    static func named(_ new: [BuildContainer], in lines: [String], style: BuildOutputStyle) -> [BuildContainer] {
        let named = lines.compactMap(style.containerID)
        return new.filter { container in named.contains { container.id.hasPrefix($0) } }
    }

    /// The new containers that hold the build's base image or a layer of it.
    static func suspected(
        _ new: [BuildContainer],
        baseImage: ImageReference?,
        lines: [String],
        style: BuildOutputStyle
    ) -> [BuildContainer] {
        let layers = Set(lines.compactMap(style.layerID))
        return new.filter { container in
            container.image == baseImage?.description || layers.contains { container.imageID.hasPrefix($0) }
        }
    }
}

extension ContainerEngine {
    /// A line that tells of containers that may be left of a build.
    func advice(on leftovers: [BuildContainer]) -> String {
        let removal = removeContainersArguments(leftovers.map { String($0.id.prefix(12)) })
        return "\(title) may have left containers of this build; when no other build is running, remove them: "
            + "\(LocalPath.lastComponent(of: program)) \(removal.joined(separator: " "))"
    }
}
