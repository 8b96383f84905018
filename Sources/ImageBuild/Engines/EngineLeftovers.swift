internal import AzureMLSupport
internal import AzureMLSystem
internal import DockerSyntax

/// The containers that an interrupted build leaves.
///
/// Engines that are ended in the right way remove them themselves; Docker's daemon does so a moment later. A container
/// that the engine does not attribute to this build is kept: it can belong to another build or to a user.
struct EngineLeftovers: Sendable {
    private let engine: any ContainerEngine
    /// The containers before the build; `nil` when the engine did not list them, so that none can be recognized as new.
    private let idsBeforeBuild: Set<String>?

    /// How often Docker is asked, and the pause in between.
    private static let attempts = 10
    private static let pause = Duration.milliseconds(100)

    /// Records which containers exist before a build.
    init(of engine: any ContainerEngine) async throws {
        self.engine = engine
        do {
            idsBeforeBuild = Set(try await engine.buildContainers().map(\.id))
        } catch let error as CancellationError {
            throw error
        } catch {
            idsBeforeBuild = nil
        }
    }

    /// Removes the containers that the engine attributed to the build.
    ///
    /// - Parameters:
    ///   - baseImage: The base image of the build.
    ///   - lines: The lines that the engine wrote.
    /// - Returns: Containers that the build may have left, or that belong to another build with the same images.
    func remove(baseImage: ImageReference?, lines: [String]) async -> [BuildContainer] {
        guard engine.namesBuildContainers else {
            return Self.suspected(await newContainers(), baseImage: baseImage, lines: lines, style: engine.outputStyle)
        }
        let last = engine.outputStyle.containerOfLastStep(in: lines)
        for _ in 0..<Self.attempts {
            let new = await newContainers()
            if let last, !new.contains(where: { $0.id.hasPrefix(last) }) { break }
            for container in Self.named(new, in: lines, style: engine.outputStyle) { await remove(container) }
            // The last step can still get its container. BuildKit removes its containers unseen, a moment later.
            try? await Task.sleep(for: Self.pause)
        }
        return []
    }

    private func newContainers() async -> [BuildContainer] {
        guard let idsBeforeBuild, let all = try? await engine.buildContainers() else { return [] }
        return all.filter { !idsBeforeBuild.contains($0.id) }
    }

    private func remove(_ container: BuildContainer) async {
        for _ in 0..<Self.attempts {
            let command = engine.command(engine.removeContainersArguments([container.id]), credentials: nil)
            // A container that cannot be removed is not worth an error: the build was to end anyway.
            guard let output = try? await command.output(limit: 1 << 20), !output.status.isSuccess,
                output.complaint.contains("already in progress")
            else { return }
            try? await Task.sleep(for: Self.pause)
        }
    }

    /// Returns the new containers that the engine named.
    static func named(_ new: [BuildContainer], in lines: [String], style: BuildOutputStyle) -> [BuildContainer] {
        let named = lines.compactMap(style.containerID)
        return new.filter { container in named.contains { container.id.hasPrefix($0) } }
    }

    /// Returns the new containers that started from the build's base image or from a layer of the build.
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
    /// Returns a line for the log about containers that a build may have left.
    func removalHint(for leftovers: [BuildContainer]) -> String {
        let removal = removeContainersArguments(leftovers.map { String($0.id.prefix(12)) })
        return "\(title) may have left containers of this build; when no other build is running, remove them: "
            + "\(LocalPath.lastComponent(of: program)) \(removal.joined(separator: " "))"
    }
}
