internal import AzureMLSupport
internal import Environment

/// The operating system and processor of an image in containerd's spelling, which engines use to compare platforms.
struct ImagePlatform: Sendable, Hashable, CustomStringConvertible {
    /// The platform as text, such as `linux/amd64` or `linux/arm/v7`.
    let description: String

    /// Takes the values that an engine reports for an image or for itself; `nil` when they are not a platform.
    init?(os: String?, architecture: String?, variant: String? = nil) {
        guard let os, let architecture, !os.isEmpty, !architecture.isEmpty else { return nil }
        let parts: [String]
        switch (architecture, variant ?? "") {
        case ("x86_64", ""), ("x86_64", "v1"), ("amd64", "v1"): parts = ["amd64"]
        case ("aarch64", ""), ("aarch64", "v8"), ("arm64", "v8"): parts = ["arm64"]
        case ("arm", ""): parts = ["arm", "v7"]
        case (_, ""): parts = [architecture]
        case (_, let variant): parts = [architecture, variant]
        }
        description = ([os] + parts).joined(separator: "/")
    }

    /// Reads `os/architecture` or `os/architecture/variant`; `nil` for any other text.
    init?(parsing text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 || parts.count == 3 else { return nil }
        self.init(os: parts[0], architecture: parts[1], variant: parts.count == 3 ? parts[2] : nil)
    }
}

extension ImagePlatform {
    private static let architectures = ["amd64", "arm64", "386", "arm/v7", "ppc64le", "riscv64", "s390x"]

    /// Takes the platform that an environment names.
    ///
    /// - Throws: ``ImageBuildError`` with the code `platformInvalid` for one that images cannot be built for.
    init(of environment: Environment) throws(ImageBuildError) {
        let platform = environment.docker.platform
        // Compared exactly, so that only ASCII letters match.
        guard platform.os.lowercased().exact == "linux".exact else {
            throw Self.error(environment, platform.os, at: "docker.platform.os", is: "Linux")
        }
        let architecture = platform.architecture.exact
        guard let known = Self.architectures.first(where: { $0.exact == architecture }) else {
            let list = Self.architectures.joined(separator: ", ")
            throw Self.error(environment, architecture.text, at: "docker.platform.architecture", is: "one of \(list)")
        }
        description = "linux/\(known)"
    }

    private static func error(
        _ environment: Environment,
        _ value: String,
        at place: String,
        is expected: String
    ) -> ImageBuildError {
        ImageBuildError(
            .platformInvalid,
            "the environment '\(environment.name)' has '\(value)' in \(place), which is not \(expected)",
            at: SourceLocation(file: place),
            hint: "set env.docker.platform = DockerImagePlatform() and register it again"
        )
    }
}
