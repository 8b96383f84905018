internal import AzureMLSupport
public import Environment
public import Workspace

extension Environment {
    /// Registers the environment and builds its image with the container engine of this machine.
    ///
    /// The call returns as soon as the build has begun; ``ImageBuildDetails/waitForCompletion(showOutput:)`` waits for
    /// its end. Nothing is built when the engine already has an image of that name for the environment's platform. An
    /// image that the registry in `AZUREML_CONTAINER_REGISTRY` has is pulled instead of built.
    ///
    /// `AZUREML_CONTAINER_ENGINE` selects the engine (`docker`, `podman` or `buildah`); the default is the first that
    /// responds.
    ///
    /// > Python: `azureml.core.environment.Environment.build`
    ///
    /// - Parameters:
    ///   - workspace: The workspace.
    ///   - imageBuildCompute: The name of a compute target. It has no effect, because this machine builds the image.
    /// - Returns: The build.
    /// - Throws: An error of ``register(workspace:)``; ``ImageBuildError`` when no engine responds, the environment
    ///   cannot be built, or the engine does not understand its Dockerfile; an error of the workspace.
    public func build(workspace: Workspace, imageBuildCompute: String? = nil) async throws -> ImageBuildDetails {
        let definition = try await ImageDefinition(
            of: register(workspace: workspace),
            digests: WorkspaceImageDigests(store: workspace.store)
        )
        return try await startBuild(of: definition, in: workspace.store)
    }

    /// Builds the image of the registered environment with the container engine of this machine, prints the engine's
    /// output, and waits for the end of the build.
    ///
    /// Cancelling the task ends the engine's program and leaves no image.
    ///
    /// > Python: `azureml.core.environment.Environment.build_local`
    ///
    /// - Parameters:
    ///   - workspace: The workspace that it is registered in.
    ///   - platform: `Linux`, or `nil`; images for other systems are not built.
    ///   - useDocker: Must be `true`, because the SDK does not create conda environments outside of images.
    ///   - pushImageToWorkspaceACR: Whether to push the image to the registry that `AZUREML_CONTAINER_REGISTRY` names.
    /// - Throws: ``ImageBuildError`` when the environment is not registered, no engine responds, or the build fails;
    ///   `CancellationError`; an error of the workspace.
    public func buildLocal(
        workspace: Workspace,
        platform: String? = nil,
        useDocker: Bool = true,
        pushImageToWorkspaceACR: Bool = false
    ) async throws {
        guard useDocker else {
            throw ImageBuildError(
                .kindNotSupported,
                "conda environments outside of images are not supported",
                hint: "leave out useDocker, or run: conda env create -f conda_dependencies.yml"
            )
        }
        if let platform, platform.lowercased() != "linux" {
            throw ImageBuildError(
                .platformInvalid,
                "images cannot be built for the platform '\(platform)'",
                hint: "write platform: \"Linux\", or leave it out"
            )
        }
        let registry = pushImageToWorkspaceACR ? ContainerRegistry.ofWorkspace : nil
        if pushImageToWorkspaceACR, registry == nil {
            throw ImageBuildError(
                .registryInvalid,
                "the workspace has no container registry",
                hint: "name one: AZUREML_CONTAINER_REGISTRY=my.azurecr.io, or call pushImage(workspace:registry:)"
            )
        }
        let definition = try await ImageDefinition(ofRegistered: self, in: workspace)
        let build = try await startBuild(of: definition, in: workspace.store)
        try await build.waitForCompletion()
        try await build.requireSuccess()
        if let registry { try await definition.push(to: registry) }
    }

    private func startBuild(
        of definition: ImageDefinition,
        in store: any WorkspaceStore
    ) async throws -> ImageBuildDetails {
        let plan = try await ImageBuildPlan(definition, secretsOf: self, wheels: WorkspaceWheels(store: store))
        let engine = try await EngineSearch.engine()
        let progress = BuildProgress()
        let found = try await engine.image(named: engine.localName(of: plan.image))
        // The image's name depends on the Dockerfile alone, which environments for several platforms share.
        if let image = found, image.platform == plan.platform {
            let record = try await ImageBuildRecord.read(of: plan.image, in: store)
            await progress.end(.succeeded(image))
            return ImageBuildDetails(
                plan: plan,
                engine: engine,
                progress: progress,
                task: nil,
                store: store,
                logName: record?.log,
                isInterrupted: try await record?.isInterrupted(in: store) ?? false
            )
        }
        if let dockerfile = definition.dockerfile {
            try engine.requireConstructs(of: dockerfile, file: definition.dockerfilePath)
        }
        let log = try await store.startLog()
        let run = ImageBuildRun(plan: plan, engine: engine, progress: progress, log: log, store: store)
        return ImageBuildDetails(
            plan: plan,
            engine: engine,
            progress: progress,
            task: Task { await run.run() },
            store: store,
            logName: log.name
        )
    }
}

extension ImageBuildDetails {
    /// Throws an error if the build ended without an image.
    fileprivate func requireSuccess() async throws {
        if let failure = await failure {
            let lines = failure.lastLines.map { "  \($0)" }.joined(separator: "\n")
            throw ImageBuildError(
                .failed,
                failure.sentence,
                hint: failure.hint ?? "read the last lines of the log:\n\(lines)"
            )
        }
        if try await status == BuildProgress.Status.canceled.rawValue { throw CancellationError() }
    }
}
