internal import AzureMLSupport
internal import AzureMLSystem
internal import DockerSyntax
public import Environment
public import Workspace

extension Environment {
    /// Pushes the built image of the registered environment to a registry.
    ///
    /// The engine gets the password through its standard input. The password is never part of an argument or a log, and
    /// no file keeps it. Without a password, the engine uses the credentials that it already has.
    ///
    /// > Python: `azureml.core.environment.Environment.build_local` with `pushImageToWorkspaceAcr=True`
    ///
    /// - Parameters:
    ///   - workspace: The workspace that it is registered in.
    ///   - registry: The registry's address and credentials.
    /// - Returns: The image in the registry: `host/azureml/azureml_…@sha256:…`.
    /// - Throws: ``ImageBuildError`` when the image is not built yet, or the registry cannot be used or refuses it.
    @discardableResult public func pushImage(workspace: Workspace, registry: ContainerRegistry) async throws -> String {
        try await ImageDefinition(ofRegistered: self, in: workspace).push(to: registry)
    }

    /// Asks the registry which digest the base image's tag points to now, and stores it in the workspace's lockfile.
    ///
    /// From then on the Dockerfile names that digest, here and for everybody who gets the workspace. The engine pulls
    /// the image to find its digest, which a build would do anyway.
    ///
    /// > Python: none; Azure resolves tags itself when it builds
    ///
    /// - Parameter workspace: The workspace.
    /// - Returns: The base image with its digest: `host/path:tag@sha256:…`.
    /// - Throws: ``ImageBuildError`` when there is no base image, no engine responds, or the registry does not have
    ///   the image or is not trusted with the password that the definition refers to; an error of the workspace when
    ///   the lockfile cannot be written.
    public func resolveBaseImage(workspace: Workspace) async throws -> String {
        guard docker.baseImage?.isEmpty == false, case .baseImage(let image) = try ImageSource(of: self) else {
            throw ImageBuildError(
                .sourceMissing,
                "the environment '\(name)' has no base image to resolve",
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
        let store = workspace.store
        try await store.changeNote(.imageDigests) { bytes in
            var lock = try ImageDigestLock(stored: bytes, in: store)
            lock[image] = digest
            return lock.bytes
        }
        return image.pinned(to: digest).description
    }
}

extension ImageDefinition {
    /// Pushes the built image to a registry.
    ///
    /// - Parameter registry: The registry's address and credentials.
    /// - Returns: The image in the registry: `host/azureml/azureml_…@sha256:…`.
    /// - Throws: ``ImageBuildError`` when the image is not built yet, or the registry cannot be used or refuses it.
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
            // After this pull the engine knows the image by that digest, too.
            try await engine.pull(target, platform: platform, credentials: credentials)
            return target.pinned(to: digest).description
        }
    }
}
