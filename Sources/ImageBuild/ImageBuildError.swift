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
    /// An instruction would not stay one instruction in a Dockerfile.
    public static var instructionInvalid: Self { Self("dockerfile-instruction-invalid") }
}
