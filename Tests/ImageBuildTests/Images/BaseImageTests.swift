import AzureMLSupport
import CondaDependencies
import DockerSyntax
import Environment
import Testing

@testable import ImageBuild

@Suite struct BaseImageTests {
    private static let digest = "sha256:" + String(repeating: "0123456789abcdef", count: 4)

    private static func details(
        _ image: String,
        digests: some BaseImageDigests = KnownBaseImages(),
        edit: (inout Environment) -> Void = { _ in }
    ) async throws -> DockerImageDetails {
        var environment = Environment(name: "base")
        environment.docker.baseImage = image
        edit(&environment)
        return try await environment.imageDetails(digests: digests)
    }

    private static func from(_ details: DockerImageDetails) -> String? {
        details.dockerfile?.split(separator: "\n").first.map(String.init)
    }

    // The digests in the public logs.
    @Test(arguments: [
        ("base:intelmpi2018.3-ubuntu16.04", "a1b514f3ba884b9a7695cbba5638933ddaf222e8ce3e8c81e8cdf861679abb05", true),
        (
            "intelmpi2018.3-ubuntu16.04:20200821.v1",
            "8cee6f674276dddb23068d2710da7f7f95b119412cc482675ac79ba45a4acf99", true
        ),
        ("base:openmpi3.1.2-ubuntu16.04", "8bc7ffc7142fb2914e40e8d64fed7bb89f7d087b670c0cb3168d241a5e908e98", true),
        ("openmpi3.1.2-ubuntu18.04", "ef6728e7a83b30cff73b3bf8d7add9851e878877adeb4e9353a67ea19c9933eb", false),
        ("openmpi4.1.0-ubuntu20.04:latest", "be42e92cad29c2691a55549e982338ce545d29cd61f782ef9c002beaf30a6568", false),
        (
            "openmpi4.1.0-ubuntu22.04:20251002.v1", "42d89a0409f76aab4b23eb0d78a4917eb6ed9c9eeab44d5292e69650ae05e8ba",
            false
        ),
    ])
    func `a known base image is pinned, and verified when it is from the proven years`(
        _ image: String,
        _ digits: String,
        _ isVerified: Bool
    ) async throws {
        let details = try await Self.details("mcr.microsoft.com/azureml/\(image)")
        #expect(Self.from(details) == "FROM mcr.microsoft.com/azureml/\(image)@sha256:\(digits)")
        #expect(details.provenance == (isVerified ? .verified : .derived))
        #expect(details.diagnostics.contains { $0.code == "image-recipe-unproven" } == !isVerified)
        #expect(!details.diagnostics.contains { $0.code == "base-image-digest-unknown" })
    }

    @Test(arguments: [
        ("mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20190101.v1", true),
        ("mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20211231.v12", true),
        ("mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20181231.v1", false),
        ("mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20220101.v1", false),
        ("mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20200821", false),
        ("mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20200821.x1", false),
        ("mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:latest", false),
        ("mcr.microsoft.com/azureml/base:intelmpi2018.3-ubuntu16.04", false),
        ("mcr.microsoft.com/other/image:20200821.v1", false),
        ("my.azurecr.io/azureml/image:20200821.v1", false),
        ("azureml/image:20200821.v1", false),
    ])
    func `the user's own digest is kept, and only Azure's dated images are verified`(
        _ image: String,
        _ isVerified: Bool
    ) async throws {
        let details = try await Self.details("\(image)@\(Self.digest)")
        #expect(Self.from(details) == "FROM \(image)@\(Self.digest)")
        #expect(details.provenance == (isVerified ? .verified : .derived))
        #expect(details.diagnostics.map(\.code) == (isVerified ? [] : ["image-recipe-unproven"]))
    }

    @Test(
        arguments: [
            ("ubuntu:22.04", ["base-image-digest-unknown", "image-recipe-unproven"]),
            ("ubuntu", ["base-image-untagged", "base-image-digest-unknown", "image-recipe-unproven"]),
            ("ubuntu:latest", ["base-image-floating", "base-image-digest-unknown", "image-recipe-unproven"]),
            (
                "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu20.04:latest",
                ["base-image-floating", "image-recipe-unproven"]
            ),
            (DockerSection.defaultCPUImage, ["base-image-digest-unknown", "image-recipe-unproven"]),
            // From the proven years, but not pinned.
            (
                "mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20210301.v1",
                ["base-image-digest-unknown", "image-recipe-unproven"]
            ),
        ] as [(String, [Diagnostic.Code])]
    )
    func `uncertainties are reported, and the tag is kept`(_ image: String, _ codes: [Diagnostic.Code]) async throws {
        let details = try await Self.details(image)
        #expect(Self.from(details)?.hasPrefix("FROM \(image)") == true)
        #expect(details.diagnostics.map(\.code) == codes)
        #expect(details.provenance == .derived)
        #expect(details.diagnostics.allSatisfy { $0.location?.file == "docker.baseImage" })
    }

    @Test func `another source of digests is asked only for an image without a digest`() async throws {
        struct OneDigest: BaseImageDigests {
            func digest(of image: ImageReference) async throws -> ImageDigest? {
                try ImageDigest(parsing: "sha256:" + String(repeating: "a", count: 64))
            }
        }
        let pinned = try await Self.details("ubuntu:22.04", digests: OneDigest())
        #expect(Self.from(pinned) == "FROM ubuntu:22.04@sha256:" + String(repeating: "a", count: 64))
        let kept = try await Self.details("ubuntu:22.04@\(Self.digest)", digests: OneDigest())
        #expect(Self.from(kept) == "FROM ubuntu:22.04@\(Self.digest)")
    }

    @Test func `the registry of the definition becomes part of the image's name`() async throws {
        let joined = try await Self.details("team/image:1") { $0.docker.baseImageRegistry.address = "my.azurecr.io" }
        #expect(Self.from(joined) == "FROM my.azurecr.io/team/image:1")
        let same = try await Self.details("my.azurecr.io/team/image:1") {
            $0.docker.baseImageRegistry.address = "my.azurecr.io"
        }
        #expect(Self.from(same) == "FROM my.azurecr.io/team/image:1")
        let error = await #expect(throws: ImageBuildError.self) {
            try await Self.details("other.azurecr.io/image:1") { $0.docker.baseImageRegistry.address = "my.azurecr.io" }
        }
        #expect(error?.code == .registryGivenTwice)
    }

    @Test(arguments: [
        "ubuntu\nRUN curl evil", "ubuntu AS x", "ubuntu:22.04\\", "$IMAGE", "\"ubuntu\"", "ubuntu`id`", "<<EOF",
        "--platform=x",
    ])
    func `an invalid image reference is refused with its location`(_ image: String) async throws {
        for edit in [
            { (environment: inout Environment) in environment.docker.baseImage = image },
            { (environment: inout Environment) in environment.docker.baseImageRegistry.address = image },
        ] {
            let error = await #expect(throws: ImageBuildError.self) { try await Self.details("a", edit: edit) }
            #expect(error?.code == .baseImageInvalid)
            #expect(error?.location?.file == "docker.baseImage")
            #expect(error?.description.contains("\nRUN") == false)
        }
    }

    @Test func `a password in an invalid image reference does not appear in the error`() async throws {
        let error = await #expect(throws: ImageBuildError.self) {
            try await Self.details("https://robot:hunter2@my.azurecr.io/image:1")
        }
        #expect(error?.description.contains("hunter2") == false)
        #expect(error?.message.contains("my.azurecr.io") == true)
    }

    @Test(arguments: [
        ("my.azurecr.io/x@sha256:abc", "my.azurecr.io/x@sha256:abc"), ("a@b@c", "***@c"),
        ("x y@sha256:0", "x y@sha256:0"),
        ("me:canary@my.azurecr.io/x y", "**:******@my.azurecr.io/x y"),
        ("canary@my.azurecr.io/x y", "******@my.azurecr.io/x y"),
    ])
    func `only a credential is masked in the error for an invalid image reference`(
        _ image: String,
        _ quoted: String
    ) async throws {
        let error = await #expect(throws: ImageBuildError.self) { try await Self.details(image) }
        #expect(error?.code == .baseImageInvalid)
        #expect(error?.message.hasPrefix("'\(quoted)' is not") == true)
    }
}
