internal import AzureMLSupport
internal import Environment
internal import Workspace

/// One build: writes the context to a folder, runs the engine, and tells what happens.
struct ImageBuildRun: Sendable {
    let plan: ImageBuildPlan
    let engine: any ContainerEngine
    let progress: BuildProgress
    let log: any WorkspaceLog
    let store: any WorkspaceStore

    /// Builds the image. Cancelling the task ends the engine's program and all that it started.
    func run() async {
        let clock = ContinuousClock()
        let start = clock.now
        await progress.begin()
        let outcome = await outcome()
        let record = ImageBuildRecord(
            plan: plan,
            engine: engine,
            outcome: outcome,
            base: await withoutCancellation { await base() },
            duration: clock.now - start,
            log: log.name
        )
        // What cannot be recorded is built all the same.
        _ = await withoutCancellation { try? await record.save(in: store) }
        await progress.end(outcome)
    }

    private func outcome() async -> BuildProgress.Outcome {
        do {
            return try await build()
        } catch is CancellationError {
            return .canceled
        } catch {
            // A program that is told to end can fail in its own way first.
            if Task.isCancelled { return .canceled }
            return .failed(ImageBuildFailure(error, lines: await progress.lines, mask: plan.mask))
        }
    }

    private func build() async throws -> BuildProgress.Outcome {
        if let image = try await imageOfRegistry() { return .succeeded(image) }
        // Podman and Buildah take layers for another platform out of their cache.
        for usesCache in [true, false] {
            let outcome = try await ScratchDirectory.with { scratch in
                try await build(in: scratch, usesCache: usesCache)
            }
            guard case .succeeded(let image) = outcome, image.platform != plan.platform else { return outcome }
        }
        throw ImageBuildError(.engineFailed, "\(engine.title) built '\(plan.image)', but not for \(plan.platform)")
    }

    private func build(in scratch: ScratchDirectory, usesCache: Bool) async throws -> BuildProgress.Outcome {
        let credentials = try await plan.registry?.credentials(for: engine, in: scratch)
        var request = request(in: scratch, base: try await fetchedBase(credentials: credentials))
        request.usesCache = usesCache
        try plan.context.write(to: request.contextFolder, modificationTime: request.timestamp)
        let leftovers = try await EngineLeftovers(of: engine)
        do {
            let (status, failedStep) = try await follow(
                engine.command(engine.buildArguments(request), credentials: credentials)
            )
            guard status.isSuccess else {
                let lines = await progress.lines
                return .failed(ImageBuildFailure(step: failedStep, lines: lines, ending: "the engine \(status)"))
            }
        } catch {
            let lines = await progress.lines
            await withoutCancellation { await leftovers.remove(baseImage: plan.baseImage, lines: lines) }
            throw error
        }
        guard let image = try await engine.image(named: request.image) else {
            throw ImageBuildError(.engineFailed, "\(engine.title) built '\(request.image)', but does not find it")
        }
        return .succeeded(image)
    }

    /// Fetches the image from the workspace's registry; `nil` when there is no registry, or it does not give the image.
    private func imageOfRegistry() async throws -> EngineImage? {
        guard let registry = ContainerRegistry.ofWorkspace else { return nil }
        let source = try registry.reference(to: plan.image)
        let local = try ImageReference(parsing: engine.localName(of: plan.image))
        let login = try RegistryLogin(registry, host: source.host)
        do {
            try await ScratchDirectory.with { scratch in
                let credentials = try await login?.credentials(for: engine, in: scratch)
                try await engine.pull(source, platform: plan.platform, credentials: credentials)
            }
        } catch let error as ImageBuildError {
            // Most often the image is not there yet, and a registry that cannot be used is no reason not to build.
            try await tell("\(error.message); it is built here")
            return nil
        }
        guard try await engine.image(named: source.description)?.platform == plan.platform else {
            try await tell("\(source) is not for \(plan.platform); it is built here")
            return nil
        }
        try await engine.tag(source.description, as: local)
        try await tell("\(source) was fetched")
        return try await engine.image(named: local.description)
    }

    /// Adds a line of this SDK's own to the log.
    private func tell(_ line: String) async throws {
        try await keep([.output(plan.mask.masking(line), step: nil)])
    }

    /// Tells those who watch, and writes the log.
    private func keep(_ events: [ImageBuildEvent]) async throws {
        for line in await progress.add(events) { try await log.append(line) }
    }

    private func request(in scratch: ScratchDirectory, base: EngineImage?) -> EngineBuild {
        EngineBuild(
            contextFolder: "\(scratch.path)/context",
            dockerfilePath: plan.context.dockerfilePath,
            image: engine.localName(of: plan.image),
            platform: engine.otherPlatform(plan.platform),
            labels: ImageLabels.labels(of: plan, base: base),
            timestamp: ImageBuildPlan.timestamp,
            network: plan.network,
            needsDockerFormat: plan.needsDockerFormat,
            allowsPlainHTTP: plan.allowsPlainHTTP
        )
    }

    /// The base image, fetched when the engine does not have it: else the first image would not name the digest of its
    /// base, and the second one would.
    private func fetchedBase(credentials: EngineCredentials?) async throws -> EngineImage? {
        guard let image = plan.baseImage else { return nil }
        if image.digest == nil, await base() == nil {
            let arguments = engine.pullArguments(image, platform: engine.otherPlatform(plan.platform))
            // What cannot be fetched fails in the build, in the engine's own words.
            _ = try await follow(engine.command(arguments, credentials: credentials))
        }
        return await base()
    }

    /// The base image as the engine knows it; `nil` when it does not, there is none, or it is for another platform.
    private func base() async -> EngineImage? {
        guard let name = plan.baseImage, let image = try? await engine.image(named: name.description) else {
            return nil
        }
        return image.platform == nil || image.platform == plan.platform ? image : nil
    }

    private func follow(_ command: Command) async throws -> (Command.ExitStatus, ImageBuildStep?) {
        let clock = ContinuousClock()
        let start = clock.now
        let (status, step) = try await command.withLines { lines in
            var reader = engine.outputStyle.makeReader()
            for try await line in lines {
                try await keep(reader.events(of: plan.mask.masking(line), at: clock.now - start))
            }
            let step = reader.currentStep
            try await keep(reader.finish(at: clock.now - start))
            return step
        }
        return (status, step)
    }

    /// Does what has to be done even when the build is cancelled.
    private func withoutCancellation<Result: Sendable>(
        _ work: @escaping @Sendable () async -> Result
    ) async -> Result {
        await Task { await work() }.value
    }
}
