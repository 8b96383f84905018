public import AzureMLSupport

/// An image that cannot be described or built.
///
/// > Python: `azureml.exceptions.UserErrorException`
public struct ImageBuildError: AzureMLError {
    /// The kind of error.
    public let code: ErrorCode<ImageBuildError>
    /// What is wrong, where, and what to do.
    public let report: ErrorReport

    /// Makes an error from its parts.
    public init(code: ErrorCode<ImageBuildError>, report: ErrorReport) {
        self.code = code
        self.report = report
    }
}

extension ErrorCode where Failure == ImageBuildError {
    /// The environment is not registered in that workspace.
    public static var notRegistered: Self { Self("environment-not-registered") }
    /// Images for this kind of environment are not built yet.
    public static var kindNotSupported: Self { Self("image-kind-not-supported") }
    /// The environment names no image to start from.
    public static var baseImageMissing: Self { Self("docker-source-missing") }
    /// The base image is no valid image reference.
    public static var baseImageInvalid: Self { Self("base-image-reference-invalid") }
    /// The registry is given twice: as an address, and in the name of the base image.
    public static var registryGivenTwice: Self { Self("base-image-registry-twice") }
    /// Python is managed by conda, but there is no conda specification.
    public static var specificationMissing: Self { Self("conda-dependencies-missing") }
    /// The definition names more than one of base image, Dockerfile and build context.
    public static var sourceConflict: Self { Self("docker-source-conflict") }
    /// The definition holds something that has no meaning beside a build context.
    public static var contextExtraSetting: Self { Self("context-extra-setting") }
    /// The build context does not lie on this machine.
    public static var contextNotLocal: Self { Self("context-not-local") }
    /// A path of a build context leaves it, or is taken twice.
    public static var contextPathInvalid: Self { Self("context-path-escapes") }
    /// The build context holds a device, a FIFO, or a link that leads out of it.
    public static var contextEntryRefused: Self { Self("context-entry-refused") }
    /// The build context is larger than this SDK takes into memory.
    public static var contextTooLarge: Self { Self("context-too-large") }
    /// The build context has no Dockerfile at its path.
    public static var contextDockerfileMissing: Self { Self("context-dockerfile-missing") }
    /// A file of the build context cannot be read.
    public static var contextUnreadable: Self { Self("context-unreadable") }
    /// The build context cannot be written.
    public static var contextUnwritable: Self { Self("context-unwritable") }
    /// A line of a `.dockerignore` file is no pattern.
    public static var ignoreRuleInvalid: Self { Self("ignore-rule-invalid") }
    /// The user's own Dockerfile cannot be read as one.
    public static var dockerfileInvalid: Self { Self("dockerfile-not-parsable") }
    /// The user's own Dockerfile is larger than Azure accepts.
    public static var dockerfileTooLarge: Self { Self("dockerfile-too-large") }
    /// A value that has to stand in the Dockerfile holds what its grammar does not allow.
    public static var fieldInvalid: Self { Self("image-field-invalid") }
    /// The operating system or processor is none that images are built for.
    public static var platformInvalid: Self { Self("platform-invalid") }
    /// The reference to a private wheel is none, or the workspace does not have it.
    public static var wheelMissing: Self { Self("private-wheel-missing") }
    /// A private wheel is not the file that its reference names.
    public static var wheelDamaged: Self { Self("private-wheel-damaged") }
    /// An instruction would not stay one instruction in a Dockerfile.
    public static var instructionInvalid: Self { Self("dockerfile-instruction-invalid") }
    /// No container engine of this machine answers, or the named one is none.
    public static var engineNotFound: Self { Self("container-engine-not-found") }
    /// The engine does not understand an instruction of the Dockerfile.
    public static var engineLacksConstruct: Self { Self("container-engine-lacks-construct") }
    /// The engine refused something other than a build.
    public static var engineFailed: Self { Self("container-engine-failed") }
    /// The build failed in one of its steps.
    public static var buildFailed: Self { Self("image-build-failed") }
    /// A registry's address, user name or password is missing or cannot be used.
    public static var registryInvalid: Self { Self("container-registry-invalid") }
    /// A definition refers to a password for a registry that the user does not trust with it.
    public static var registryNotTrusted: Self { Self("container-registry-not-trusted") }
    /// The image does not say which environment it was built from, or that one is another now.
    public static var imageNotTraceable: Self { Self("image-not-traceable") }
    /// The workspace's lock of image digests cannot be read.
    public static var lockDamaged: Self { Self("image-lock-damaged") }
}
