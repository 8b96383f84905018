/// The operating system and the processor of an image.
///
/// > Python: `azureml.core.environment.DockerImagePlatform`
public struct DockerImagePlatform: Sendable, Equatable {
    /// The operating system: `Linux`, `Windows` or `OSX`.
    ///
    /// > Python: `azureml.core.environment.DockerImagePlatform.os`
    public var os: String
    /// The processor's architecture, such as `amd64` or `arm64`.
    ///
    /// > Python: `azureml.core.environment.DockerImagePlatform.architecture`
    public var architecture: String
    var remainder = JSONRemainder()

    /// Makes a platform; `Linux` on `amd64` when nothing is said.
    public init(os: String = "Linux", architecture: String = "amd64") {
        self.os = os
        self.architecture = architecture
    }
}
