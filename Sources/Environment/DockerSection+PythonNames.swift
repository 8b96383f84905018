// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

extension DockerSection {
    @available(*, unavailable, renamed: "baseImage")
    public var base_image: String? {
        get { baseImage }
        set { baseImage = newValue }
    }

    @available(*, unavailable, renamed: "baseDockerfile")
    public var base_dockerfile: String? {
        get { baseDockerfile }
        set { baseDockerfile = newValue }
    }

    @available(*, unavailable, renamed: "buildContext")
    public var build_context: DockerBuildContext? {
        get { buildContext }
        set { buildContext = newValue }
    }

    @available(*, unavailable, renamed: "baseImageRegistry")
    public var base_image_registry: ContainerRegistry {
        get { baseImageRegistry }
        set { baseImageRegistry = newValue }
    }

    @available(*, unavailable, renamed: "sharedVolumes")
    public var shared_volumes: Bool {
        get { sharedVolumes }
        set { sharedVolumes = newValue }
    }

    @available(*, unavailable, renamed: "shmSize")
    public var shm_size: String? {
        get { shmSize }
        set { shmSize = newValue }
    }

    @available(*, unavailable, message: "the container engine finds the GPUs by itself")
    public var gpu_support: Bool { true }
}

@available(*, unavailable, renamed: "DockerSection.defaultCPUImage")
public var DEFAULT_CPU_IMAGE: String { DockerSection.defaultCPUImage }

@available(*, unavailable, renamed: "DockerSection.defaultGPUImage")
public var DEFAULT_GPU_IMAGE: String { DockerSection.defaultGPUImage }
