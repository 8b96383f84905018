internal import AzureMLSupport
internal import AzureMLSystem
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
        let environment = try await registered(in: workspace)
        let image = try await environment.imageDetails(digests: WorkspaceImageDigests(store: workspace.store))
            .repository
        let target = try registry.reference(to: image)
        let engine = try await EngineSearch.engine()
        let local = engine.localName(of: image)
        let platform = try environment.imagePlatform()
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
        guard case .baseImage = try imageSource() else {
            throw ImageBuildError(
                .baseImageMissing,
                "the environment '\(name)' names no base image that could be resolved",
                hint: "write the digest into the FROM line of its Dockerfile"
            )
        }
        let image = try baseImageReference()
        let platform = try imagePlatform()
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

extension ContainerRegistry {
    /// Names the registry of the workspaces on this machine.
    static let workspaceVariable = "AZUREML_CONTAINER_REGISTRY"

    /// The registry that a workspace's images are pushed to, since a workspace that is a folder has none of its own;
    /// `nil` when the user names none.
    static var ofWorkspace: ContainerRegistry? {
        let process = ProcessContext.current
        guard let address = process[variable: workspaceVariable] else { return nil }
        let password = "\(workspaceVariable)_PASSWORD"
        return ContainerRegistry(
            address: address,
            username: process[variable: "\(workspaceVariable)_USERNAME"],
            password: process[variable: password].map { _ in .environmentVariable(password) }
        )
    }

    /// The name of an image of this SDK's in the registry.
    ///
    /// - Throws: ``ImageBuildError`` with the code `registryInvalid` when the address is none.
    func reference(to image: String) throws -> ImageReference {
        guard let address, let reference = try? ImageReference(parsing: "\(address)/\(image):latest"),
            reference.host == address
        else {
            throw ImageBuildError(
                .registryInvalid,
                "'\(address ?? "")' is no address of a registry",
                hint: "write its host alone, with a port where it has one: my.azurecr.io"
            )
        }
        return reference
    }
}
