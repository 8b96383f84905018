import AzureMLSupport
import AzureMLSystem
import DockerSyntax
import Testing

@testable import ImageBuild

@Suite struct EngineArgumentsTests {
    private static let version = EngineVersion(20, 10, 24)
    private static let classic = DockerEngine(
        program: "docker",
        version: version,
        platform: ImagePlatform(parsing: "linux/amd64"),
        usesBuildKit: false
    )
    private static let buildKit = DockerEngine(
        program: "docker",
        version: version,
        platform: ImagePlatform(parsing: "linux/amd64"),
        usesBuildKit: true
    )
    private static let podman = PodmanEngine(
        kind: .podman,
        program: "podman",
        version: EngineVersion(4, 3, 1),
        platform: ImagePlatform(parsing: "linux/amd64")
    )
    private static let buildah = PodmanEngine(
        kind: .buildah,
        program: "buildah",
        version: EngineVersion(1, 28, 2),
        platform: ImagePlatform(parsing: "linux/amd64")
    )

    private static let plain = EngineBuild(
        contextFolder: "/c",
        dockerfilePath: "d/Dockerfile",
        image: "azureml/azureml_0",
        labels: [ImageLabel(name: "a.b", value: "x y")],
        timestamp: 0
    )
    private static let full = EngineBuild(
        contextFolder: "/c",
        dockerfilePath: "Dockerfile",
        image: "azureml/azureml_0",
        platform: ImagePlatform(parsing: "linux/arm64"),
        timestamp: 7,
        network: "host",
        needsDockerFormat: true,
        allowsPlainHTTP: true,
        usesCache: false
    )

    private struct Row: Sendable {
        let engine: any ContainerEngine
        let build: EngineBuild
        let arguments: [String]

        /// An argument that contains a blank is written between two `|`.
        init(_ engine: any ContainerEngine, _ build: EngineBuild, _ text: String...) {
            self.engine = engine
            self.build = build
            let parts = text.joined(separator: " ").split(separator: "|").enumerated()
            arguments = parts.flatMap { position, part in
                position % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
            }
        }
    }

    private static let tagged = "--tag azureml/azureml_0"
    private static let shared = "build --layers --force-rm --format oci --file"
    private static let rows = [
        Row(classic, plain, "build --file /c/d/Dockerfile", tagged, "--force-rm --label|a.b=x y|/c"),
        Row(
            buildKit,
            plain,
            "build --file /c/d/Dockerfile",
            tagged,
            "--progress plain --build-arg SOURCE_DATE_EPOCH=0 --label|a.b=x y|/c"
        ),
        Row(podman, plain, shared, "/c/d/Dockerfile", tagged, "--timestamp 0 --label|a.b=x y|/c"),
        Row(buildah, plain, shared, "/c/d/Dockerfile", tagged, "--timestamp 0 --label|a.b=x y|/c"),
        Row(
            classic,
            full,
            "build --file /c/Dockerfile",
            tagged,
            "--force-rm --no-cache --platform linux/arm64 --network host /c"
        ),
        Row(
            buildah,
            full,
            "build --layers --force-rm --format docker --file /c/Dockerfile",
            tagged,
            "--timestamp 7 --no-cache --platform linux/arm64 --network host --tls-verify=false /c"
        ),
    ]

    @Test(arguments: rows)
    private func `a build has these arguments`(_ row: Row) {
        #expect(row.engine.buildArguments(row.build) == row.arguments)
    }

    @Test(arguments: [
        ("podman", "podman"), ("/opt/podman", "/opt/podman"), ("bin/podman", "/here/bin/podman"),
        ("~/podman", "/home/user/podman"), ("-n/podman", "/here/-n/podman"),
    ])
    func `nohup starts the engine for a build from where it was found before`(_ program: String, _ found: String) {
        let engine = PodmanEngine(
            kind: .podman,
            program: program,
            version: Self.version,
            platform: ImagePlatform(parsing: "linux/amd64")
        )
        let context = ProcessContext(variables: [:], homeDirectory: "/home/user", currentDirectory: "/here")
        let command = ProcessContext.$injected.withValue(context) {
            engine.buildCommand(Self.plain, credentials: nil)
        }
        #expect(command.program == "nohup")
        #expect(command.arguments.prefix(2) == [found, "build"])
    }

    @Test func `each engine gets its own arguments`() throws {
        let image = try ImageReference(parsing: "my.azurecr.io/a:1")
        let local = try ImageReference(parsing: "127.0.0.1:5000/a:1")
        #expect(Self.classic.inspectArguments("i") == ["image", "inspect", "i"])
        #expect(Self.podman.inspectArguments("i") == ["image", "inspect", "i"])
        #expect(Self.buildah.inspectArguments("i") == ["inspect", "--type", "image", "i"])
        #expect(Self.classic.pullArguments(image, platform: nil) == ["pull", "my.azurecr.io/a:1"])
        #expect(
            Self.podman.pullArguments(local, platform: nil) == ["pull", "--tls-verify=false", "127.0.0.1:5000/a:1"]
        )
        #expect(
            Self.buildah.pullArguments(image, platform: nil) == ["pull", "--policy", "always", "my.azurecr.io/a:1"]
        )
        #expect(Self.classic.pushArguments(local, digestFile: "/d") == ["push", "127.0.0.1:5000/a:1"])
        let other = ["--platform", "linux/arm64", "my.azurecr.io/a:1"]
        #expect(Self.classic.pullArguments(image, platform: ImagePlatform(parsing: "linux/arm64")) == ["pull"] + other)
        #expect(Self.podman.pullArguments(image, platform: ImagePlatform(parsing: "linux/arm64")) == ["pull"] + other)
        #expect(
            Self.podman.pushArguments(image, digestFile: "/d")
                == ["push", "--digestfile", "/d", "my.azurecr.io/a:1", "docker://my.azurecr.io/a:1"]
        )
        #expect(Self.podman.listArguments(image) == ["manifest", "inspect", "my.azurecr.io/a:1"])
        #expect(Self.classic.removeArguments("i") == ["image", "rm", "i"])
        #expect(Self.podman.removeArguments("i") == ["image", "rm", "i"])
        #expect(Self.buildah.removeArguments("i") == ["rmi", "i"])
        #expect(Self.classic.tagArguments("i", as: image) == ["tag", "i", "my.azurecr.io/a:1"])
        #expect(
            Self.classic.loginArguments(host: "h.io", username: "u")
                == ["login", "--username", "u", "--password-stdin", "h.io"]
        )
        #expect(
            Self.buildah.loginArguments(host: "localhost:5000", username: "u")
                == ["login", "--username", "u", "--password-stdin", "--tls-verify=false", "localhost:5000"]
        )
        #expect(Self.classic.localName(of: "azureml/azureml_0") == "azureml/azureml_0")
        #expect(Self.podman.localName(of: "azureml/azureml_0") == "localhost/azureml/azureml_0")
    }

    @Test(arguments: [
        ("RUN <<EOF\necho\nEOF", DockerfileConstruct.hereDocument), ("COPY --link a b", .link),
        ("ADD --checksum=sha256:0 http://x/y /", .checksum), ("RUN --security=insecure true", .security),
    ])
    func `a construct that an engine does not understand is refused before the build, with its location`(
        _ instruction: String,
        _ construct: DockerfileConstruct
    ) {
        for engine in [Self.classic as any ContainerEngine, Self.podman, Self.buildah] {
            let error = #expect(throws: ImageBuildError.self) {
                try engine.requireConstructs(of: Dockerfile(parsing: "FROM x\n\(instruction)\n"), file: "Dockerfile")
            }
            #expect(error?.code == .engineLacksConstruct)
            #expect(error?.location?.line == 2)
            #expect(error?.message.contains(construct.rawValue) == true)
            #expect(error?.message.contains(engine.title) == true)
        }
    }

    @Test(arguments: [
        "RUN --mount=type=cache,target=/c true", "COPY --chmod=644 a b", "SHELL [\"/bin/bash\", \"-c\"]",
        "HEALTHCHECK NONE", "RUN echo --link",
    ])
    func `a construct that works with Podman and Buildah is not refused`(_ instruction: String) throws {
        // Tried with Buildah 1.28.2.
        for engine in [Self.podman, Self.buildah] {
            try engine.requireConstructs(of: Dockerfile(parsing: "FROM x\n\(instruction)\n"), file: "Dockerfile")
        }
    }

    @Test func `mounts need BuildKit`() throws {
        let text = try Dockerfile(parsing: "FROM x\nRUN --mount=type=cache,target=/c true\n")
        #expect(throws: ImageBuildError.self) { try Self.classic.requireConstructs(of: text, file: "Dockerfile") }
        try Self.buildKit.requireConstructs(of: text, file: "Dockerfile")
    }

    @Test(arguments: [
        ("20.10.24+dfsg1", [20, 10, 24]), ("v1.28.2", [1, 28, 2]), ("5.0.0-rc1", [5, 0, 0]), ("24", [24]),
    ])
    func `a version is the leading numbers of a text`(_ text: String, _ numbers: [Int]) {
        #expect(EngineVersion(parsing: text)?.numbers == numbers)
    }

    @Test func `a text that does not begin with a number is not a version`() {
        #expect(EngineVersion(parsing: "") == nil)
        #expect(EngineVersion(parsing: "devel") == nil)
        #expect(EngineVersion(4, 10) > EngineVersion(4, 9, 9))
    }

    @Test(arguments: [
        ("localhost/a", true), ("127.0.0.1:5000/a", true), ("127.8.8.8/a", true), ("[::1]:5000/a", true),
        ("127.evil.com/a", false), ("localhost.evil.com/a", false), ("my.azurecr.io/a", false), ("a", false),
    ])
    func `plain HTTP is used for registries on this machine only`(_ name: String, _ expected: Bool) throws {
        #expect(try ImageReference(parsing: name).isOnThisMachine == expected)
    }

    // The answers of `inspect` in Docker 20.10, Podman 4.3 and Buildah 1.28 for images that were built for these
    // platforms. A missing variant is read by containerd's rule.
    @Test(arguments: [
        ("amd64", "", "linux/amd64"), ("amd64", "v1", "linux/amd64"), ("amd64", "v3", "linux/amd64/v3"),
        ("arm64", "", "linux/arm64"), ("arm64", "v8", "linux/arm64"), ("386", "", "linux/386"),
        ("arm", "v7", "linux/arm/v7"), ("arm", "", "linux/arm/v7"), ("arm", "v6", "linux/arm/v6"),
        ("s390x", "", "linux/s390x"), ("", "", nil),
    ])
    func `the platform of an image is read from the engine's answer`(
        _ architecture: String,
        _ variant: String,
        _ expected: String?
    ) {
        let members: JSONObject = [
            "Id": "0", "Os": "linux", "Architecture": JSONValue(architecture), "Variant": JSONValue(variant),
        ]
        #expect(Self.classic.image(inspected: [JSONValue(members)])?.platform?.description == expected)
        #expect(Self.podman.image(inspected: [JSONValue(members)])?.platform?.description == expected)
        let configuration: JSONObject = [
            "os": "linux", "architecture": JSONValue(architecture), "variant": JSONValue(variant),
        ]
        let answer: JSONValue = ["FromImageID": "0", "OCIv1": JSONValue(configuration)]
        #expect(Self.buildah.image(inspected: answer)?.platform?.description == expected)
    }

    @Test func `an image's own digest is distinguished from that of the list it was chosen from`() throws {
        let list = "sha256:" + String(repeating: "a", count: 64)
        let own = "sha256:" + String(repeating: "b", count: 64)
        let image = EngineImage(
            id: "sha256:0",
            digest: try ImageDigest(parsing: own),
            repositoryDigests: try ["docker.io/library/x@\(own)", "docker.io/library/x@\(list)", "h.io/x@\(own)"].map {
                try ImageReference(parsing: $0)
            }
        )
        #expect(image.digest(in: try ImageReference(parsing: "x:1"))?.text == own)
        #expect(image.listDigest(in: try ImageReference(parsing: "x:1"))?.text == list)
        #expect(image.digest(in: try ImageReference(parsing: "h.io/x:1"))?.text == own)
        #expect(image.digest(in: try ImageReference(parsing: "other")) == nil)
    }
}
