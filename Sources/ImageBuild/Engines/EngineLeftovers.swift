internal import AzureMLSupport

/// The containers that a build which was cut short leaves behind.
///
/// Podman and Buildah end at once and forget where they worked. Docker's daemon notices a moment later that its client is
/// gone, and removes its own.
struct EngineLeftovers: Sendable {
    private let engine: any ContainerEngine
    private let before: Set<String>

    /// How often Docker is asked, and how long is waited in between.
    private static let attempts = 20
    private static let pause = Duration.milliseconds(100)

    /// Remembers which containers are there before a build.
    init(of engine: any ContainerEngine) async throws {
        self.engine = engine
        before = Set(try await engine.workplaces().map(\.id))
    }

    /// Removes the containers that a build left, or waits until Docker has done so.
    ///
    /// - Parameters:
    ///   - baseImage: The image that the build began with.
    ///   - lines: What the engine wrote.
    func remove(baseImage: ImageReference?, lines: [String]) async {
        for _ in 0..<(engine is DockerEngine ? Self.attempts : 1) {
            guard let all = try? await engine.workplaces() else { return }
            let left = Self.ofBuild(all.filter { !before.contains($0.id) }, baseImage: baseImage, lines: lines)
            for workplace in left { await remove(workplace) }
            if !left.isEmpty { return }
            // What the daemon has begun can still come to light.
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
    private static func ofBuild(
        _ new: [EngineWorkplace],
        baseImage: ImageReference?,
        lines: [String]
    ) -> [EngineWorkplace] {
        let mark = " ---> Running in "
        let named = lines.filter { $0.hasPrefix(mark) }.map { $0.dropFirst(mark.count) }.filter { !$0.isEmpty }
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

extension String {
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
