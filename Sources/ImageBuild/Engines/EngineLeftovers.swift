internal import AzureMLSupport

/// The containers that a build which was cut short leaves behind.
///
/// Podman and Buildah end at once and forget where they worked. Docker's daemon notices a moment later that its client is
/// gone, and removes its own.
struct EngineLeftovers: Sendable {
    private let engine: any ContainerEngine
    /// `nil` when the engine does not tell: then nothing is known to be left by the build, and nothing is removed.
    private let before: Set<String>?

    /// How often Docker is asked, and how long is waited in between.
    private static let attempts = 10
    private static let pause = Duration.milliseconds(100)

    /// Remembers which containers are there before a build.
    init(of engine: any ContainerEngine) async throws {
        self.engine = engine
        do {
            before = Set(try await engine.workplaces().map(\.id))
        } catch let error as CancellationError {
            throw error
        } catch {
            before = nil
        }
    }

    /// Removes the containers that a build left, or waits until Docker has done so.
    ///
    /// - Parameters:
    ///   - baseImage: The image that the build began with.
    ///   - lines: What the engine wrote.
    func remove(baseImage: ImageReference?, lines: [String]) async {
        guard let before else { return }
        let last = lines.lastWorkplace
        for _ in 0..<(engine is DockerEngine ? Self.attempts : 1) {
            guard let all = try? await engine.workplaces() else { return }
            let new = all.filter { !before.contains($0.id) }
            if let last, !new.contains(where: { $0.id.hasPrefix(last) }) { return }
            let own = Self.ofBuild(new, baseImage: baseImage, lines: lines, knowsWorkplaces: engine.knowsWorkplaces)
            for workplace in own { await remove(workplace) }
            // The step that was begun last can still get its container.
            try? await Task.sleep(for: Self.pause)
        }
    }

    private func remove(_ workplace: EngineWorkplace) async {
        for _ in 0..<Self.attempts {
            let command = engine.command(engine.removeWorkplaceArguments(workplace.id), credentials: nil)
            // One that cannot be removed is not worth an error: the build was to end anyway.
            guard let output = try? await command.output(limit: 1 << 20), !output.status.isSuccess,
                output.complaint.contains("already in progress")
            else { return }
            try? await Task.sleep(for: Self.pause)
        }
    }

    /// Those of one build among all new ones.
    ///
    /// Another build can make some at the same time: only those count that the build named, or that hold its base image
    /// or a layer of it and are alone of their kind.
    ///
    /// - Parameters:
    ///   - new: The containers that were not there before the build.
    ///   - baseImage: The image that the build began with.
    ///   - lines: What the engine wrote.
    ///   - knowsWorkplaces: Whether none of them can be one that somebody runs. Else only those that the build named
    ///     count: somebody who runs the base image meanwhile must not lose that container.
    /// - Returns: Those to remove.
    static func ofBuild(
        _ new: [EngineWorkplace],
        baseImage: ImageReference?,
        lines: [String],
        knowsWorkplaces: Bool
    ) -> [EngineWorkplace] {
        let named = lines.compactMap(\.workplace)
        guard knowsWorkplaces else {
            return new.filter { workplace in named.contains { workplace.id.hasPrefix($0) } }
        }
        let layers = Set(lines.compactMap(\.layer))
        return Dictionary(grouping: new, by: \.imageID).values.flatMap { alike in
            let own = alike.filter { workplace in named.contains { workplace.id.hasPrefix($0) } }
            guard own.isEmpty, alike.count == 1 else { return own }
            return alike.filter { workplace in
                workplace.image == baseImage?.description || layers.contains { workplace.imageID.hasPrefix($0) }
            }
        }
    }
}

extension [String] {
    /// The container of the step that was begun last, of which Docker tells a moment after the step itself.
    fileprivate var lastWorkplace: Substring? {
        let step = lastIndex { $0.hasPrefix("Step ") } ?? startIndex
        return self[step...].lazy.compactMap(\.workplace).first
    }
}

extension String {
    /// The beginning of a container's id, which Docker's classic builder shows.
    fileprivate var workplace: Substring? {
        let mark = " ---> Running in "
        guard hasPrefix(mark) else { return nil }
        let digits = dropFirst(mark.count)
        return !digits.isEmpty && digits.allSatisfy(\.isHexDigit) ? digits : nil
    }

    /// The beginning of a layer's id, of which engines show eleven digits (`--> …`) or twelve (` ---> …`).
    fileprivate var layer: Substring? {
        guard hasPrefix("--> ") || hasPrefix(" ---> ") else { return nil }
        let digits = drop { $0 == " " || $0 == "-" || $0 == ">" }
        return digits.count >= 11 && digits.allSatisfy(\.isHexDigit) ? digits : nil
    }
}

extension ContainerEngine {
    fileprivate func removeWorkplaceArguments(_ id: String) -> [String] {
        (self as? PodmanEngine)?.kind == .buildah ? ["rm", id] : ["rm", "--force", id]
    }
}
