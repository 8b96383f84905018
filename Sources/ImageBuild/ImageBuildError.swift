public import AzureMLSupport

/// An error that prevents an image from being described or built.
///
/// > Python: `azureml.exceptions.UserErrorException`
public struct ImageBuildError: AzureMLError, ReportedError {
    /// The kind of error.
    public let code: ErrorCode<Self>
    /// The message, the place, the hint and the underlying error.
    public let report: ErrorReport

    package init(code: ErrorCode<Self>, report: ErrorReport) {
        self.code = code
        self.report = report
    }
}

extension ErrorCode where Failure == ImageBuildError {
    /// The environment is not registered in that workspace.
    public static var environmentNotRegistered: Self { Self("image-build-environment-not-registered") }
    /// Images for this kind of environment are not built yet.
    public static var kindNotSupported: Self { Self("image-build-kind-not-supported") }
    /// The environment names no image to start from.
    public static var sourceMissing: Self { Self("image-build-source-missing") }
    /// The base image is not a valid image reference.
    public static var baseImageInvalid: Self { Self("image-build-base-image-invalid") }
    /// The registry is given twice: as an address, and in the name of the base image.
    public static var registryGivenTwice: Self { Self("image-build-registry-given-twice") }
    /// Conda manages Python, but there is no conda specification.
    public static var specificationMissing: Self { Self("image-build-specification-missing") }
    /// The definition names more than one source: base image, Dockerfile or build context.
    public static var sourceConflict: Self { Self("image-build-source-conflict") }
    /// The definition has a setting that would have no effect with a build context.
    public static var contextSettingRefused: Self { Self("image-build-context-setting-refused") }
    /// The build context is not a folder inside the working directory.
    public static var contextNotLocal: Self { Self("image-build-context-not-local") }
    /// A path of a build context leaves the context, occurs twice, or is below a file.
    public static var contextPathInvalid: Self { Self("image-build-context-path-invalid") }
    /// The build context contains a device, a FIFO, a socket, a name that is not UTF-8, or a symlink that leads out of
    /// it.
    public static var contextEntryRefused: Self { Self("image-build-context-entry-refused") }
    /// The build context is larger than this SDK reads into memory.
    public static var contextTooLarge: Self { Self("image-build-context-too-large") }
    /// The build context has no Dockerfile at its path.
    public static var contextDockerfileMissing: Self { Self("image-build-context-dockerfile-missing") }
    /// A file of the build context cannot be read.
    public static var contextUnreadable: Self { Self("image-build-context-unreadable") }
    /// The build context cannot be written.
    public static var contextUnwritable: Self { Self("image-build-context-unwritable") }
    /// A line of a `.dockerignore` file is not a valid pattern.
    public static var ignoreRuleInvalid: Self { Self("image-build-ignore-rule-invalid") }
    /// The user's own Dockerfile is not valid.
    public static var dockerfileInvalid: Self { Self("image-build-dockerfile-invalid") }
    /// The user's own Dockerfile is larger than Azure accepts.
    public static var dockerfileTooLarge: Self { Self("image-build-dockerfile-too-large") }
    /// A value for the Dockerfile or for the build does not match its grammar.
    public static var fieldInvalid: Self { Self("image-build-field-invalid") }
    /// Images cannot be built for the operating system or processor.
    public static var platformInvalid: Self { Self("image-build-platform-invalid") }
    /// The reference to a private wheel is invalid, or the workspace does not have the wheel.
    public static var wheelMissing: Self { Self("image-build-wheel-missing") }
    /// A private wheel does not have the SHA-256 in its reference.
    public static var wheelDamaged: Self { Self("image-build-wheel-damaged") }
    /// The text of an instruction would not stay a single instruction in a Dockerfile.
    public static var instructionInvalid: Self { Self("image-build-instruction-invalid") }
    /// No container engine on this machine responds, or the named one is unknown.
    public static var engineNotFound: Self { Self("image-build-engine-not-found") }
    /// The engine does not understand an instruction of the Dockerfile.
    public static var engineLacksConstruct: Self { Self("image-build-engine-lacks-construct") }
    /// An operation of the engine failed outside of the steps of a build.
    public static var engineFailed: Self { Self("image-build-engine-failed") }
    /// The build failed in one of its steps.
    public static var failed: Self { Self("image-build-failed") }
    /// A registry's address, user name or password is missing or cannot be used.
    public static var registryInvalid: Self { Self("image-build-registry-invalid") }
    /// A definition refers to a password for a registry that the user has not marked as trusted.
    public static var registryNotTrusted: Self { Self("image-build-registry-not-trusted") }
    /// The image does not say which environment it was built from, or that environment has another definition now.
    public static var imageNotTraceable: Self { Self("image-build-image-not-traceable") }
    /// The workspace's lockfile of image digests cannot be read.
    public static var lockDamaged: Self { Self("image-build-lock-damaged") }
}
