internal import AzureMLSupport
internal import CondaDependencies
internal import Environment

/// What a definition says that its image is made from: one of three.
enum ImageSource: Sendable {
    case baseImage
    case dockerfile(String)
    case buildContext(DockerBuildContext)
}

extension Environment {
    /// The one source of the image, once nothing stands beside it that Azure refuses.
    func imageSource() throws(ImageBuildError) -> ImageSource {
        var sources: [(place: String, source: ImageSource)] = []
        if docker.baseImage?.isEmpty == false { sources.append(("docker.baseImage", .baseImage)) }
        if let text = docker.baseDockerfile, !text.isEmpty {
            sources.append(("docker.baseDockerfile", .dockerfile(text)))
        }
        if let context = docker.buildContext { sources.append(("docker.buildContext", .buildContext(context))) }
        guard let first = sources.first else {
            throw ImageBuildError(
                .baseImageMissing,
                "the environment '\(name)' names no base image, no Dockerfile and no build context",
                at: SourceLocation(file: "docker.baseImage"),
                hint: "set env.docker.baseImage and register it again"
            )
        }
        guard sources.count == 1 else {
            throw ImageBuildError(
                .sourceConflict,
                "the environment '\(name)' names more than one source of its image: "
                    + sources.map(\.place).joined(separator: ", "),
                at: SourceLocation(file: sources[1].place),
                hint: "keep one of them and set the others to nil"
            )
        }
        if case .buildContext = first.source { try requireNothingBesideContext() }
        return first.source
    }

    /// Python's specification; `nil` when the user manages Python.
    func managedSpecification() throws(ImageBuildError) -> CondaDependencies? {
        guard !python.userManagedDependencies else { return nil }
        guard !python.condaDependencies.isEmpty else {
            throw ImageBuildError(
                .specificationMissing,
                "the Python of the environment '\(name)' is managed by conda, but there is no conda specification",
                at: SourceLocation(file: "python.condaDependencies"),
                hint: "set env.python.condaDependencies and register it again"
            )
        }
        return python.condaDependencies
    }

    /// A context is built as it stands, so that these could have no effect. What azureml-core writes by default is none
    /// of the user's, and stays without effect.
    private func requireNothingBesideContext() throws(ImageBuildError) {
        let defaults = Environment(name: name)
        let hasVariables = !environmentVariables.isEmpty && environmentVariables != defaults.environmentVariables
        let settings: [(isSet: Bool, place: String)] = [
            (hasVariables, "environmentVariables"),
            (!isDefaultSpecification, "python.condaDependencies"),
            (r != nil, "r"),
            (!spark.repositories.isEmpty, "spark.repositories"),
            (!spark.packages.isEmpty, "spark.packages"),
        ]
        guard let setting = settings.first(where: \.isSet) else { return }
        throw ImageBuildError(
            .contextExtraSetting,
            "'\(setting.place)' of the environment '\(name)' cannot be combined with a build context",
            at: SourceLocation(file: setting.place),
            hint: "put it into the context's Dockerfile, and remove it from the definition"
        )
    }

    /// Whether the specification is none, or azureml-core's template under whatever name.
    private var isDefaultSpecification: Bool {
        let specification = python.condaDependencies
        if specification.isEmpty { return true }
        let name = try? specification.environmentName
        return name != nil && name == (try? CondaDependencies().environmentName)
    }

    /// Operating system and processor as engines spell them, such as `linux/amd64`.
    func imagePlatform() throws(ImageBuildError) -> String {
        // Letters of ASCII only: a Kelvin sign is no k here.
        let os = docker.platform.os.lowercased()
        guard os.utf8.elementsEqual("linux".utf8) else {
            throw platformError(docker.platform.os, at: "docker.platform.os", is: "Linux")
        }
        let architectures = ["amd64", "arm64", "386", "arm/v7", "ppc64le", "riscv64", "s390x"]
        let architecture = docker.platform.architecture
        guard let known = architectures.first(where: { $0.exact == architecture.exact }) else {
            let list = architectures.joined(separator: ", ")
            throw platformError(architecture, at: "docker.platform.architecture", is: "one of \(list)")
        }
        return "linux/\(known)"
    }

    private func platformError(_ value: String, at place: String, is expected: String) -> ImageBuildError {
        ImageBuildError(
            .platformInvalid,
            "the environment '\(name)' has '\(value)' in \(place), which is not \(expected)",
            at: SourceLocation(file: place),
            hint: "set env.docker.platform = DockerImagePlatform() and register it again"
        )
    }
}
