import AzureMLSupport
import DockerSyntax
import Environment
import TestSupport
import Testing

@testable import ImageBuild

@Suite(.timeLimit(.minutes(2))) struct EngineLeftoversTests {
    private static let base = "my.azurecr.io/base:1"
    private static let id = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

    private static func container(_ id: String, _ image: String = base, imageID: String = "11") -> BuildContainer {
        BuildContainer(id: id, image: image, imageID: imageID)
    }

    /// Builds until the engine prints `begun`, cancels, and returns the log.
    private static func cancelledBuild(with engine: FakeEngine) async throws -> String {
        let scratch = try await TemporaryWorkspace()
        return try await engine.run {
            let build = try await Environment.userManaged("left").build(workspace: scratch.workspace)
            for await line in build.lines where line == "begun" { break }
            build.cancel()
            try await build.waitForCompletion(showOutput: false)
            #expect(try await build.status == "Canceled")
            return try await build.getLog()
        }
    }

    @Test(arguments: [
        ([" ---> Running in bbbbbbbbbbbb"], ["bbbbbbbbbbbbbbbb"]), (["Step 1/2 : FROM x"], []),
        ([" ---> Running in b", " ---> Running in ", " ---> Running in bbbbbbbbbbbbb", "bbbbbbbbbbbb"], []),
    ])
    func `only the Docker containers that the builder named in full belong to the build`(
        _ lines: [String],
        _ expected: [String]
    ) {
        let new = [Self.container("aaaaaaaaaaaaaaaa"), Self.container("bbbbbbbbbbbbbbbb")]
        #expect(EngineLeftovers.named(new, in: lines, style: .classicDocker).map(\.id) == expected)
    }

    @Test func `containers on the base image or on a layer of the build may belong to the build`() throws {
        let new = [
            Self.container("aa"), Self.container("bb", "other"), Self.container("cc", "", imageID: "0123456789abcdef"),
            Self.container("dd", "", imageID: "1123456789abcdef"),
        ]
        let suspected = EngineLeftovers.suspected(
            new,
            baseImage: try ImageReference(parsing: Self.base),
            lines: ["STEP 1/2: FROM x", "--> 0123456789a"],
            style: .buildah
        )
        #expect(suspected.map(\.id) == ["aa", "cc"])
    }

    @Test func `Podman is ended with the signal on which it removes its containers itself`() async throws {
        let engine = try FakeEngine(
            building: """
                echo '[{"Id":"\(Self.id)","State":"storage","Image":"\(Self.base)","ImageID":"11"}]' >"$FAKE/containers"
                perl -e '$SIG{HUP} = sub { rename "$ENV{FAKE}/none", "$ENV{FAKE}/containers"; exit 1 };
                    $| = 1; print "begun\n"; sleep 1 while 1'
                """
        )
        try engine.write("none", "[]")
        #expect(try await Self.cancelledBuild(with: engine) == "begun\n")
    }

    @Test(arguments: [true, false])
    func `a container that may belong to another build is kept, and the log says how to remove it`(isListed: Bool)
        async throws
    {
        let left = #"[{"Id":"\#(Self.id)","State":"storage","Image":"\#(Self.base)","ImageID":"11"}]"#
        let seconds = isListed ? 86391 : 86392
        let engine = try FakeEngine(
            building: "echo '\(left)' >\"$FAKE/containers\"\necho begun\nwith_default_sighup sleep \(seconds)"
        )
        if !isListed { try engine.remove("containers") }
        let log = try await Self.cancelledBuild(with: engine)
        #expect(log.contains("remove them: podman rm --force aaaaaaaaaaaa\n") == isListed)
        #expect(try !engine.calls.contains("\nrm "))
    }

    @Test func `only the container that Docker's classic builder named is removed`() async throws {
        let engine = try FakeEngine(
            building: """
                echo "\(Self.id) x" >"$FAKE/containers"
                echo "bbbbbbbbbbbbbbbbbbbbbbbb \(Self.base)" >>"$FAKE/containers"
                echo ' ---> Running in \(Self.id.prefix(12))'
                echo ' ---> Running in b'
                echo begun
                with_default_sighup sleep 86393
                """,
            named: "docker",
            variables: ["DOCKER_BUILDKIT": "0"]
        )
        try engine.write("version", #"{"Client":{"Version":"24.0.1"},"Server":{"Version":"24.0.1"}}"# + "\n")
        try engine.write("containers", "")
        _ = try await Self.cancelledBuild(with: engine)
        #expect(try engine.calls.contains("\nrm --force \(Self.id)\n"))
        #expect(try !engine.calls.contains("rm --force b"))
    }
}
