internal import AzureMLSupport
internal import DockerSyntax

/// The image of an environment: the base image, Dockerfile or build context that it is built from, and its settings.
///
/// ``baseImage``, ``baseDockerfile`` and ``buildContext`` are mutually exclusive: setting one to a value removes the
/// others.
///
/// > Python: `azureml.core.environment.DockerSection`
public struct DockerSection: Sendable, Equatable {
    /// azureml-core's default base image, made by Microsoft for CPU machines.
    ///
    /// > Python: `azureml.core.environment.DEFAULT_CPU_IMAGE`
    public static let defaultCPUImage = "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20251130.v1"
    /// azureml-core's base image for machines with GPUs, without a tag as in azureml-core.
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
    /// Additional arguments for running a container; deprecated in azureml-core.
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

    // A stored definition may have more than one of these, so only the public properties remove the others.
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

    /// The image that this one is built on, such as `ubuntu:22.04`.
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

    /// The text of the Dockerfile that this image is built on.
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

    /// The build context that the image is built from: a folder with a Dockerfile and other files.
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

    /// The places of the sources that are set. A definition that was written elsewhere can have more than one.
    package var sourcePlaces: [String] {
        [
            storedBaseImage?.isEmpty == false ? "docker.baseImage" : nil,
            storedBaseDockerfile?.isEmpty == false ? "docker.baseDockerfile" : nil,
            storedBuildContext == nil ? nil : "docker.buildContext",
        ].compactMap(\.self)
    }

    /// The path of a Dockerfile that was given in place of its text; `nil` for a text that can be a Dockerfile.
    var pathInPlaceOfDockerfile: String? {
        storedBaseDockerfile.flatMap(DockerfileLines.path)
    }
}

extension DockerSection: JSONSection {
    static let empty = DockerSection(baseImage: nil, shmSize: nil)
    static var valueForNull: DockerSection? { empty }

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

    /// Makes a platform, by default `Linux` on `amd64`.
    public init(os: String = "Linux", architecture: String = "amd64") {
        self.os = os
        self.architecture = architecture
    }
}

extension DockerImagePlatform: JSONSection {
    static let empty = DockerImagePlatform()
    static var valueForNull: DockerImagePlatform? { empty }

    static let members: JSONMembers<DockerImagePlatform> = [
        JSONMember("os", \.os),
        JSONMember("architecture", \.architecture),
    ]
}

extension DockerSection: CustomStringConvertible, CustomReflectable {
    /// The JSON form, with sorted members and masked secrets.
    public var description: String { withMaskedSources.maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }

    /// A copy with the credentials in the base image's name, in the Dockerfile and in the registry's address masked.
    /// They can be in a form that the masking of JSON strings does not find.
    var withMaskedSources: DockerSection {
        var masked = self
        masked.storedBaseImage = storedBaseImage?.maskingImageCredentials
        masked.storedBaseDockerfile = storedBaseDockerfile?.maskingDockerfileCredentials
        masked.baseImageRegistry = baseImageRegistry.withMaskedAddress
        return masked
    }
}

extension DockerImagePlatform: CustomStringConvertible, CustomReflectable {
    /// The JSON form, with sorted members and masked secrets.
    public var description: String { maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
