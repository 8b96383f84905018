internal import AzureMLSupport
internal import Environment

/// Operating system and processor of an image, in the spelling of containerd, by which engines compare platforms.
struct ImagePlatform: Sendable, Hashable, CustomStringConvertible {
    /// Such as `linux/amd64` or `linux/arm/v7`.
    let description: String

    /// Takes an engine's words about an image or about itself; `nil` when they are not a platform.
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

    /// Reads `os/architecture` or `os/architecture/variant`; `nil` for another text.
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
    /// - Throws: ``ImageBuildError`` with the code `platformInvalid` for one that images are not built for.
    init(of environment: Environment) throws(ImageBuildError) {
        let platform = environment.docker.platform
        // Letters of ASCII only: a Kelvin sign is not a k here.
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
