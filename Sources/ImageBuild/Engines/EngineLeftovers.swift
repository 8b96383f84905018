internal import AzureMLSupport
internal import AzureMLSystem

/// The containers that a build which was cut short leaves behind.
///
/// Engines remove them themselves when they are told to end in the right way, Docker's daemon a moment later. Nobody
/// may take what belongs to another build or to a user: what no engine says to be of this build stays.
struct EngineLeftovers: Sendable {
    private let engine: any ContainerEngine
    /// `nil` when the engine does not tell: then nothing is known to be left by the build.
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

    /// Removes the containers that the engine said to be of the build.
    ///
    /// - Parameters:
    ///   - baseImage: The image that the build began with.
    ///   - lines: What the engine wrote.
    /// - Returns: What may be left of the build: it can be another one's on the same images as well.
    func remove(baseImage: ImageReference?, lines: [String]) async -> [EngineWorkplace] {
        guard engine is DockerEngine else {
            return Self.suspected(await new(), baseImage: baseImage, lines: lines)
        }
        let last = lines.lastWorkplace
        for _ in 0..<Self.attempts {
            let new = await new()
            if let last, !new.contains(where: { $0.id.hasPrefix(last) }) { break }
            for workplace in Self.named(new, in: lines) { await remove(workplace) }
            // The step that was begun last can still get its container; BuildKit ends its own unseen, a moment late.
            try? await Task.sleep(for: Self.pause)
        }
        return []
    }

    private func new() async -> [EngineWorkplace] {
        guard let before, let all = try? await engine.workplaces() else { return [] }
        return all.filter { !before.contains($0.id) }
    }

    private func remove(_ workplace: EngineWorkplace) async {
        for _ in 0..<Self.attempts {
            let command = engine.command(["rm", "--force", workplace.id], credentials: nil)
            // One that cannot be removed is not worth an error: the build was to end anyway.
            guard let output = try? await command.output(limit: 1 << 20), !output.status.isSuccess,
                output.complaint.contains("already in progress")
            else { return }
            try? await Task.sleep(for: Self.pause)
        }
    }

    /// The containers that Docker's classic builder named, among those that are new.
    static func named(_ new: [EngineWorkplace], in lines: [String]) -> [EngineWorkplace] {
        let named = lines.compactMap(\.workplace)
        return new.filter { workplace in named.contains { workplace.id.hasPrefix($0) } }
    }

    /// The new containers that hold the build's base image or a layer of it.
    static func suspected(
        _ new: [EngineWorkplace],
        baseImage: ImageReference?,
        lines: [String]
    ) -> [EngineWorkplace] {
        let layers = Set(lines.compactMap(\.layer))
        return new.filter { workplace in
            workplace.image == baseImage?.description || layers.contains { workplace.imageID.hasPrefix($0) }
        }
    }
}

extension ContainerEngine {
    /// What to tell of containers that may be left of a build.
    func advice(on leftovers: [EngineWorkplace]) -> String {
        let ids = leftovers.map { $0.id.prefix(12) }.joined(separator: " ")
        let removal = variant == .buildah ? "rm" : "rm --force"
        return "\(title) may have left containers of this build; when no other build is running, remove them: "
            + "\(LocalPath.lastComponent(of: program)) \(removal) \(ids)"
    }

    private var variant: PodmanEngine.Kind? { (self as? PodmanEngine)?.kind }
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
    ///
    /// A command can write such a line too. Twelve digits are those that nobody guesses of a container of others.
    fileprivate var workplace: Substring? {
        let mark = " ---> Running in "
        guard hasPrefix(mark) else { return nil }
        let digits = dropFirst(mark.count)
        return digits.count == 12 && digits.allSatisfy(\.isHexDigit) ? digits : nil
    }

    /// The beginning of a layer's id, of which engines show eleven digits (`--> …`) or twelve.
    fileprivate var layer: Substring? {
        guard hasPrefix("--> ") else { return nil }
        let digits = dropFirst(4)
        return digits.count >= 11 && digits.allSatisfy(\.isHexDigit) ? digits : nil
    }
}
