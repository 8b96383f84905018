internal import AzureMLSupport
internal import AzureMLSystem
internal import DockerSyntax
public import Environment
public import Workspace

extension Environment {
    /// Pushes the image of the registered environment to a registry, once it is built.
    ///
    /// User name and password go to the engine through its standard input, and into no argument, log or file that stays.
    /// Without a password the engine uses the credentials that it was given before.
    ///
    /// > Python: `azureml.core.environment.Environment.build_local` with `pushImageToWorkspaceAcr=True`
    ///
    /// - Parameters:
    ///   - workspace: The workspace that it is registered in.
    ///   - registry: The registry's address, and how to sign in.
    /// - Returns: The image in the registry: `host/azureml/azureml_…@sha256:…`.
    /// - Throws: ``ImageBuildError`` when the image is not built, the registry cannot be used, or refuses it.
    @discardableResult public func pushImage(workspace: Workspace, registry: ContainerRegistry) async throws -> String {
        try await ImageDefinition(ofRegistered: self, in: workspace).push(to: registry)
    }

    /// Asks the registry for the digest that the base image's tag stands for now, and keeps it in the workspace's lock.
    ///
    /// From then on the Dockerfile names that digest, here and for everybody who gets the workspace. The engine fetches
    /// the image for that, which a build would do anyway.
    ///
    /// > Python: none; Azure resolves tags itself when it builds
    ///
    /// - Parameter workspace: The workspace.
    /// - Returns: The base image with its digest: `host/path:tag@sha256:…`.
    /// - Throws: ``ImageBuildError`` when there is no base image, no engine answers, the registry does not have it, or it
    ///   is not trusted with the password that the definition refers to; an error of the workspace when the lock cannot
    ///   be written.
    public func resolveBaseImage(workspace: Workspace) async throws -> String {
        guard docker.baseImage?.isEmpty == false, case .baseImage(let image) = try ImageSource(of: self) else {
            throw ImageBuildError(
                .baseImageMissing,
                "the environment '\(name)' names no base image that could be resolved",
                hint: "write the digest into the FROM line of its Dockerfile"
            )
        }
        let platform = try ImagePlatform(of: self)
        if image.digest != nil { return image.description }
        let login = try RegistryLogin(ofDefinition: docker.baseImageRegistry, host: image.host)
        let engine = try await EngineSearch.engine()
        let digest = try await engine.signedIn(with: login) { credentials in
            try await engine.resolve(image, platform: platform, credentials: credentials)
        }
        try await workspace.store.changeNote(.imageDigests) { bytes in
            var lock = try ImageDigestLock(parsing: bytes)
            lock[image] = digest
            return lock.bytes
        }
        return image.pinned(to: digest).description
    }
}

extension ImageDefinition {
    /// Pushes the image, once it is built.
    ///
    /// - Parameter registry: The registry's address, and how to sign in.
    /// - Returns: The image in the registry: `host/azureml/azureml_…@sha256:…`.
    /// - Throws: ``ImageBuildError`` when the image is not built, the registry cannot be used, or refuses it.
    @discardableResult func push(to registry: ContainerRegistry) async throws -> String {
        let target = try registry.reference(to: imageName)
        let engine = try await EngineSearch.engine()
        let local = engine.localName(of: imageName)
        guard let found = try await engine.image(named: local), found.platform == platform else {
            throw ImageBuildError(
                .engineFailed,
                "\(engine.title) does not have the image '\(local)' for \(platform)",
                hint: "build it first: try await env.build(workspace: ws).waitForCompletion()"
            )
        }
        let login = try RegistryLogin(registry, host: target.host)
        return try await engine.signedIn(with: login) { credentials in
            try await engine.tag(local, as: target)
            let digest = try await engine.push(target, credentials: credentials)
            // From here on the engine knows the image by that digest, too.
            try await engine.pull(target, platform: platform, credentials: credentials)
            return target.pinned(to: digest).description
        }
    }
}
