internal import AzureMLSupport
/// The image of an environment: what it is built upon, or how it is built.
///
/// ``baseImage``, ``baseDockerfile`` and ``buildContext`` exclude each other: setting one to a value removes the
/// others.
///
/// > Python: `azureml.core.environment.DockerSection`
public struct DockerSection: Sendable, Equatable {
    /// azureml-core's default base image, made by Microsoft for CPU machines.
    ///
    /// > Python: `azureml.core.environment.DEFAULT_CPU_IMAGE`
    public static let defaultCPUImage = "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20251130.v1"
    /// azureml-core's base image for machines with GPUs. It has no tag there either.
    ///
    /// > Python: `azureml.core.environment.DEFAULT_GPU_IMAGE`
    public static let defaultGPUImage = "mcr.microsoft.com/azureml/openmpi4.1.0-cuda11.8-cudnn8-ubuntu22.04"

    /// Whether runs use a container; deprecated in azureml-core.
    ///
    /// > Python: `azureml.core.environment.DockerSection.enabled`
    public var enabled = false
    /// Whether runs share volumes with their container; deprecated in azureml-core.
    ///
    /// > Python: `azureml.core.environment.DockerSection.shared_volumes`
    public var sharedVolumes = true
    /// The size of a container's shared memory with its unit, such as `2g`; deprecated in azureml-core.
    ///
    /// > Python: `azureml.core.environment.DockerSection.shm_size`
    public var shmSize: String?
    /// Further arguments for running a container; deprecated in azureml-core.
    ///
    /// > Python: `azureml.core.environment.DockerSection.arguments`
    public var arguments: [String] = []
    /// The registry that holds the base image.
    ///
    /// > Python: `azureml.core.environment.DockerSection.base_image_registry`
    public var baseImageRegistry = ContainerRegistry()
    /// The operating system and architecture of the image.
    ///
    /// > Python: `azureml.core.environment.DockerSection.platform`
    public var platform = DockerImagePlatform()

    // A stored definition may hold more than one of these; only setting one through its property removes the others.
    var storedBaseImage: String?
    var storedBaseDockerfile: String?
    var storedBuildContext: DockerBuildContext?
    var remainder = JSONRemainder()

    /// Makes azureml-core's default: its base image for CPU machines, and 2 GiB of shared memory.
    public init() {
        self.init(baseImage: Self.defaultCPUImage, shmSize: "2g")
    }

    init(baseImage: String?, shmSize: String?) {
        self.storedBaseImage = baseImage
        self.shmSize = shmSize
    }

    /// The image that this one is built upon, such as `ubuntu:22.04`.
    ///
    /// > Python: `azureml.core.environment.DockerSection.base_image`
    public var baseImage: String? {
        get { storedBaseImage }
        set {
            storedBaseImage = newValue.flatMap { $0.isEmpty ? nil : $0 }
            guard storedBaseImage != nil else { return }
            storedBaseDockerfile = nil
            storedBuildContext = nil
        }
    }

    /// The text of the Dockerfile that this image is built upon.
    ///
    /// > Python: `azureml.core.environment.DockerSection.base_dockerfile`
    public var baseDockerfile: String? {
        get { storedBaseDockerfile }
        set {
            storedBaseDockerfile = newValue.flatMap { $0.isEmpty ? nil : $0 }
            guard storedBaseDockerfile != nil else { return }
            storedBaseImage = nil
            storedBuildContext = nil
        }
    }

    /// The folder of files, with a Dockerfile in it, that the image is built from.
    ///
    /// > Python: `azureml.core.environment.DockerSection.build_context`
    public var buildContext: DockerBuildContext? {
        get { storedBuildContext }
        set {
            storedBuildContext = newValue
            guard newValue != nil else { return }
            storedBaseImage = nil
            storedBaseDockerfile = nil
        }
    }

    /// Keeps the Dockerfile alone, as reading saved files does: there it takes precedence over other sources.
    mutating func dropSourcesBesideDockerfile() {
        guard storedBaseDockerfile?.isEmpty == false else { return }
        storedBaseImage = nil
        storedBuildContext = nil
    }
}

extension DockerSection: JSONSection {
    static let withoutMembers = DockerSection(baseImage: nil, shmSize: nil)
    static var whenNull: DockerSection? { withoutMembers }

    static let members: JSONMembers<DockerSection> = [
        JSONMember("enabled", \.enabled),
        JSONMember("baseImage", \.storedBaseImage),
        JSONMember("baseDockerfile", \.storedBaseDockerfile),
        JSONMember("buildContext", \.storedBuildContext),
        JSONMember("sharedVolumes", \.sharedVolumes),
        JSONMember("shmSize", \.shmSize),
        JSONMember("arguments", \.arguments),
        JSONMember("baseImageRegistry", \.baseImageRegistry),
        JSONMember("platform", \.platform),
    ]
}

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

extension DockerImagePlatform: JSONSection {
    static let withoutMembers = DockerImagePlatform()
    static var whenNull: DockerImagePlatform? { withoutMembers }

    static let members: JSONMembers<DockerImagePlatform> = [
        JSONMember("os", \.os),
        JSONMember("architecture", \.architecture),
    ]
}

extension DockerSection: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { withMaskedImage.maskedText }

    /// The name of an image can hold a password where nothing says that it is an address.
    var withMaskedImage: DockerSection {
        var masked = self
        masked.storedBaseImage = storedBaseImage?.maskingImageCredentials
        return masked
    }
}

extension DockerImagePlatform: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}
