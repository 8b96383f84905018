internal import AzureMLSupport
internal import AzureMLSystem
internal import DockerSyntax
internal import Environment
internal import Workspace

/// One build: writes the context to a folder, runs the engine, and reports the progress.
struct ImageBuildRun: Sendable {
    let plan: ImageBuildPlan
    let engine: any ContainerEngine
    let progress: BuildProgress
    let log: any WorkspaceLog
    let store: any WorkspaceStore

    /// Builds the image. Cancelling the task ends the engine's program and all processes that it started.
    func run() async {
        let clock = ContinuousClock()
        let start = clock.now
        await progress.begin()
        await recordStart()
        let outcome = await outcome()
        let record = ImageBuildRecord(
            plan: plan,
            engine: engine,
            outcome: outcome,
            base: await withoutCancellation { await knownBaseImage() },
            duration: clock.now - start,
            log: log.name
        )
        // A build that cannot be recorded still goes on.
        _ = await withoutCancellation { try? await record.save(in: store) }
        await progress.end(outcome)
    }

    /// Records that this build is running, so that a later process can tell that it was interrupted.
    private func recordStart() async {
        let last = try? await ImageBuildRecord.read(of: plan.image, in: store)
        // A build that cannot be recorded still goes on.
        if (try? await last?.isInterrupted(in: store)) == true { try? await report(Self.interruption) }
        try? await ImageBuildRecord(plan: plan, engine: engine, log: log.name).save(in: store)
    }

    private static let interruption = "(the last build of this image was interrupted: its process ended first)"

    private func outcome() async -> BuildProgress.Outcome {
        do {
            return try await makeImage()
        } catch is CancellationError {
            return .canceled
        } catch {
            // A program that is told to end can fail with another error first.
            if Task.isCancelled { return .canceled }
            return .failed(ImageBuildFailure(error, lines: await progress.lines, mask: plan.mask))
        }
    }

    private func makeImage() async throws -> BuildProgress.Outcome {
        if let image = try await imageOfRegistry() { return .succeeded(image) }
        return try await engine.signedIn(with: plan.registry) { credentials in
            // Podman and Buildah may reuse cached layers of another platform; then a second attempt avoids the cache.
            for usesCache in plan.usesCache ? [true, false] : [false] {
                let outcome = try await ScratchDirectory.with { scratch in
                    try await build(in: scratch, usesCache: usesCache, credentials: credentials)
                }
                guard case .succeeded(let image) = outcome, image.platform != plan.platform else { return outcome }
            }
            throw ImageBuildError(.engineFailed, "\(engine.title) built '\(plan.image)', but not for \(plan.platform)")
        }
    }

    private func build(
        in scratch: ScratchDirectory,
        usesCache: Bool,
        credentials: EngineCredentials?
    ) async throws -> BuildProgress.Outcome {
        var request = request(in: scratch, base: try await fetchedBase(credentials: credentials))
        request.usesCache = usesCache
        try plan.context.write(to: request.contextFolder, modificationTime: request.timestamp)
        let leftovers = try await EngineLeftovers(of: engine)
        do {
            if let failure = try await runEngine(engine.buildCommand(request, credentials: credentials)) {
                // After its last line, a program that is told to end looks like one that fails.
                try Task.checkCancellation()
                return .failed(failure)
            }
        } catch {
            await withoutCancellation { await clean(leftovers) }
            throw error
        }
        guard let image = try await engine.image(named: request.image) else {
            throw ImageBuildError(.engineFailed, "\(engine.title) built '\(request.image)', but cannot find it")
        }
        return .succeeded(image)
    }

    private func clean(_ leftovers: EngineLeftovers) async {
        let left = await leftovers.remove(baseImage: plan.baseImage, lines: await progress.lines)
        // If this line cannot be written, the build still ends in the same way.
        if !left.isEmpty { try? await report(engine.removalHint(for: left)) }
    }

    /// Pulls the image from the workspace's registry; `nil` when there is no registry, or the image cannot be pulled.
    private func imageOfRegistry() async throws -> EngineImage? {
        guard let registry = ContainerRegistry.ofWorkspace else { return nil }
        let source = try registry.reference(to: plan.image)
        let local = try ImageReference(parsing: engine.localName(of: plan.image))
        let login = try RegistryLogin(registry, host: source.host)
        do {
            _ = try await engine.signedIn(with: login) { credentials in
                try await engine.pull(source, platform: plan.platform, credentials: credentials)
            }
        } catch let error as ImageBuildError {
            // Usually the image is not there yet. A registry that cannot be used must not prevent the build either.
            try await report("\(error.message); building it here")
            return nil
        }
        guard try await engine.image(named: source.description)?.platform == plan.platform else {
            try await report("\(source) is not for \(plan.platform); building it here")
            return nil
        }
        try await engine.tag(source.description, as: local)
        try await report("pulled \(source)")
        return try await engine.image(named: local.description)
    }

    /// Adds a line by this SDK to the log.
    private func report(_ line: String) async throws {
        try await record([.output(plan.mask.masking(line), step: nil)])
    }

    /// Passes events to the readers, and writes their lines to the log.
    private func record(_ events: [ImageBuildEvent]) async throws {
        for line in await progress.add(events) { try await log.append(line) }
    }

    private func request(in scratch: ScratchDirectory, base: EngineImage?) -> EngineBuild {
        EngineBuild(
            contextFolder: "\(scratch.path)/context",
            dockerfilePath: plan.context.dockerfilePath,
            image: engine.localName(of: plan.image),
            platform: engine.platformArgument(for: plan.platform),
            labels: ImageLabels.labels(of: plan, base: base),
            timestamp: plan.timestamp,
            network: plan.network,
            needsDockerFormat: plan.needsDockerFormat,
            allowsPlainHTTP: plan.allowsPlainHTTP
        )
    }

    /// Returns the base image, pulled if the engine does not have it yet. Without the pull, the label with the digest
    /// of the base image would be missing in the first build, but not in the second.
    private func fetchedBase(credentials: EngineCredentials?) async throws -> EngineImage? {
        guard let image = plan.baseImage else { return nil }
        if image.digest == nil, await knownBaseImage() == nil {
            let arguments = engine.pullArguments(image, platform: engine.platformArgument(for: plan.platform))
            // If the pull fails, the build fails as well, with the engine's own message.
            _ = try await runEngine(engine.command(arguments, credentials: credentials))
        }
        return await knownBaseImage()
    }

    /// Returns the base image if the engine has it; `nil` also without a base image, or if it is for another platform.
    private func knownBaseImage() async -> EngineImage? {
        guard let name = plan.baseImage, let image = try? await engine.image(named: name.description) else {
            return nil
        }
        return image.platform == nil || image.platform == plan.platform ? image : nil
    }

    /// Runs the engine and removes its temporary files afterwards; returns `nil` when it succeeded.
    private func runEngine(_ command: Command) async throws -> ImageBuildFailure? {
        guard engine.canMoveTemporaries, !plan.keepsCaches else { return try await streamOutput(of: command) }
        return try await ScratchDirectory.with(for: .largeFiles) { scratch in
            var command = command
            command.variables["TMPDIR"] = scratch.path
            return try await streamOutput(of: command)
        }
    }

    private func streamOutput(of command: Command) async throws -> ImageBuildFailure? {
        let clock = ContinuousClock()
        let start = clock.now
        let (status, (step, tail)) = try await command.withLines(undivided: plan.mask.values) { lines in
            var reader = engine.outputStyle.makeReader()
            var tail = BuildOutputTail()
            for try await line in lines {
                let events = reader.events(of: plan.mask.masking(line), at: clock.now - start)
                tail.add(events)
                try await record(events)
            }
            let step = reader.currentStep
            try await record(reader.finish(at: clock.now - start))
            return (step, tail)
        }
        guard !status.isSuccess else { return nil }
        return ImageBuildFailure(engine.outputStyle, step: step, tail: tail, ending: "the engine \(status)")
    }

    /// Does work that must be completed even when the build is cancelled.
    private func withoutCancellation<Result: Sendable>(
        _ work: @escaping @Sendable () async -> Result
    ) async -> Result {
        await Task { await work() }.value
    }
}
