import AzureMLSupport
import Environment
import Synchronization
import TestSupport
import Testing
import Workspace

@testable import ImageBuild

/// The traces that a build leaves in its log, its record and the labels of its image.
@Suite(.timeLimit(.minutes(2))) struct BuildTracesTests {
    @Test(arguments: ["plain", "100% \"mine\" $HOME 名前"])
    func `an image names the environment that it was built from`(_ name: String) async throws {
        let engine = try FakeEngine()
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            let build = try await scratch.build(.userManaged(name))
            let found = try await Environment.from(image: build.image, workspace: scratch.workspace)
            #expect(found.name == name)
            #expect(found.version == "1")
            #expect(found == (try await Environment.get(workspace: scratch.workspace, name: name)))
        }
    }

    @Test func `an image whose environment has another definition now is refused`() async throws {
        let engine = try FakeEngine()
        let (first, second) = (try await TemporaryWorkspace(), try await TemporaryWorkspace())
        try await engine.run {
            let build = try await first.build(.userManaged("same"))
            var other = Environment.userManaged("same")
            other.environmentVariables["A"] = "b"
            _ = try await other.register(workspace: second.workspace)
            let error = await #expect(throws: ImageBuildError.self) {
                try await Environment.from(image: build.image, workspace: second.workspace)
            }
            #expect(error?.code == .imageNotTraceable)
            #expect(error?.message.contains("version '1' of 'same'") == true)
        }
    }

    @Test(arguments: [
        (String?.none, "has no image"), ("[{\"Id\":\"00\",\"Labels\":null}]", "does not say which environment"),
    ])
    func `a missing image, or one without the labels, is refused`(
        _ image: String?,
        _ reason: String
    ) async throws {
        let engine = try FakeEngine()
        let scratch = try await TemporaryWorkspace()
        if let image { try engine.write("image", image) }
        let error = await #expect(throws: ImageBuildError.self) {
            try await engine.run { try await Environment.from(image: "x:1", workspace: scratch.workspace) }
        }
        #expect(error?.code == .imageNotTraceable)
        #expect(error?.message.contains(reason) == true)
    }

    @Test func `a build writes no lockfile, changes neither Dockerfile nor name, and appears in the details`()
        async throws
    {
        let engine = try FakeEngine()
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            let environment = try await Environment.userManaged("unlocked").register(workspace: scratch.workspace)
            let before = try await environment.getImageDetails(workspace: scratch.workspace)
            #expect(!before.imageExist)
            try await scratch.build(environment)
            let after = try await environment.getImageDetails(workspace: scratch.workspace)
            #expect(after.imageExist)
            #expect(after.dockerfile == before.dockerfile)
            #expect(after.image == before.image)
            #expect(try await scratch.workspace.store.note(.imageDigests) == nil)
        }
    }

    @Test func `a missing base image is pulled first, so that record and image name its digest`()
        async throws
    {
        let digest = "sha256:" + String(repeating: "b", count: 64)
        let engine = try FakeEngine()
        try engine.remove("base")
        try engine.write("remote-base", "[{\"Id\":\"01\",\"RepoDigests\":[\"my.azurecr.io/base@\(digest)\"]}]")
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            let build = try await scratch.build(.userManaged("based"))
            #expect(try engine.calls.contains("--label org.opencontainers.image.base.digest=\(digest) "))
            let record = try #require(try await ImageBuildRecord.read(of: build.image, in: scratch.workspace.store))
            #expect(record.baseImageDigest == digest)
            #expect(record.isSuccess)
        }
    }

    @Test func `a base image that cannot be pulled fails the build with the engine's message`() async throws {
        let engine = try FakeEngine(building: "echo 'STEP 1/1: FROM x'\necho 'manifest unknown' >&2\nexit 125")
        try engine.remove("base")
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            let build = try await scratch.build(.userManaged("based"))
            #expect(await build.failure?.step?.instruction == "FROM x")
            #expect(await build.failure?.explanation == "there is no such base image")
            #expect(try await build.getLog() == "Error: manifest unknown\nSTEP 1/1: FROM x\nmanifest unknown\n")
        }
    }

    @Test func `a build still has its log after the image was built again`() async throws {
        let engine = try FakeEngine(building: "echo \"try $(grep -c '^build ' \"$FAKE/calls\")\"\nexit 1")
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            let first = try await scratch.build(.userManaged("again"))
            let second = try await scratch.build(.userManaged("again"))
            #expect(try await first.getLog() == "try 1\n")
            #expect(try await second.getLog() == "try 2\n")
        }
    }

    @Test func `an image that was built elsewhere has no log here, and its status is shown once`() async throws {
        let engine = try FakeEngine()
        try engine.write("image", FakeEngine.image("22"))
        let scratch = try await TemporaryWorkspace()
        let shown = Mutex<[String]>([])
        try await engine.run {
            let build = try await Environment.userManaged("elsewhere").build(workspace: scratch.workspace)
            await build.wait { line in shown.withLock { $0.append(line) } }
            #expect(try await build.getLog() == "")
            #expect(await build.imageID == "sha256:22")
        }
        #expect(shown.withLock { $0 } == ["Image Build Status: Succeeded\n"])
    }

    @Test func `an image for another platform counts as missing in engine, registry and base`() async throws {
        let engine = try FakeEngine(variables: ["AZUREML_CONTAINER_REGISTRY": "images.azurecr.io"])
        try engine.write("base", FakeEngine.image("01"))
        try engine.write("image", FakeEngine.image("22"))
        try engine.write("remote-image", FakeEngine.image("22"))
        let scratch = try await TemporaryWorkspace()
        var other = Environment.userManaged("platforms")
        other.docker.platform.architecture = "arm64"
        let described = other
        let registry = ContainerRegistry(address: "images.azurecr.io")
        try await engine.run {
            _ = try await described.register(workspace: scratch.workspace)
            let error = await #expect(throws: ImageBuildError.self) {
                try await described.pushImage(workspace: scratch.workspace, registry: registry)
            }
            #expect(error?.message.hasSuffix(" for linux/arm64") == true)

            let build = try await scratch.build(described)
            #expect(await build.imageID == "sha256:00")
            let remote = "images.azurecr.io/\(build.image):latest"
            #expect(try await build.getLog().contains("\(remote) is not for linux/arm64; building it here\n"))
            let calls = try engine.calls
            #expect(calls.contains("\npull --platform linux/arm64 \(remote)\n"))
            #expect(calls.contains("\npull --platform linux/arm64 my.azurecr.io/base:1\n"))
            #expect(calls.contains(" --platform linux/arm64 "))
            // Now the engine has an image for arm64, and no longer one for the first platform.
            _ = try await scratch.build(described)
            #expect(try engine.builds == 1)
            try engine.remove("remote-image")
            _ = try await scratch.build(.userManaged("platforms"))
            #expect(try engine.builds == 2)
        }
    }

    @Test(arguments: [("case \"$*\" in *--no-cache*) ;; *)", "Succeeded"), ("case x in x)", "Failed")])
    func `an image that is built for another platform is built again without the engine's cache`(
        _ condition: String,
        _ status: String
    ) async throws {
        // Buildah 1.28 and Podman 4.3 take layers for another platform from their cache.
        let engine = try FakeEngine(
            building: "\(condition) echo '\(FakeEngine.image("22"))' >\"$FAKE/image\"; exit 0 ;; esac"
        )
        let scratch = try await TemporaryWorkspace()
        var other = Environment.userManaged("cached")
        other.docker.platform.architecture = "arm64"
        let described = other
        try await engine.run {
            let build = try await scratch.build(described)
            #expect(try await build.status == status)
            #expect(try engine.builds == 2)
            if status == "Failed" {
                #expect(await build.failure?.explanation?.hasSuffix(", but not for linux/arm64") == true)
            }
        }
    }

    @Test func `waiting shows the status and the lines, with control characters escaped`() async throws {
        let engine = try FakeEngine(building: "echo 'STEP 1/1: FROM x'\nprintf 'a\\033[31mb\\n'")
        let scratch = try await TemporaryWorkspace()
        let shown = Mutex<[String]>([])
        try await engine.run {
            let build = try await Environment.userManaged("shown").build(workspace: scratch.workspace)
            await build.wait { line in shown.withLock { $0.append(line) } }
        }
        let lines = shown.withLock { $0 }
        #expect(["Queued", "Running"].map { "Image Build Status: \($0)\n" }.contains(lines.first))
        #expect(lines.dropFirst() == ["STEP 1/1: FROM x", "a\\u{1B}[31mb", "Image Build Status: Succeeded\n"])
    }

    @Test(arguments: [true, false])
    func `an image that the workspace's registry has is pulled, and otherwise built`(isThere: Bool) async throws {
        let engine = try FakeEngine(
            building: "echo 'STEP 1/1: FROM x'",
            variables: [
                "AZUREML_CONTAINER_REGISTRY": "images.azurecr.io", "AZUREML_CONTAINER_REGISTRY_USERNAME": "user",
                "AZUREML_CONTAINER_REGISTRY_PASSWORD": "canary-77aa",
            ]
        )
        if isThere { try engine.write("remote-image", FakeEngine.image("22")) }
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            let build = try await scratch.build(.userManaged("remote"))
            #expect(try await build.status == "Succeeded")
            #expect(await build.imageID == (isThere ? "sha256:22" : "sha256:00"))
            #expect(try engine.builds == (isThere ? 0 : 1))
            let remote = "images.azurecr.io/\(build.image):latest"
            #expect(try engine.calls.contains("\npull \(remote)\n"))
            #expect(try engine.calls.contains("\ntag \(remote) \(build.localImage)\n") == isThere)
            let log = try await build.getLog()
            #expect(log.hasPrefix(isThere ? "pulled \(remote)\n" : "Podman 4.3.1 cannot pull"))
            #expect(!log.contains("canary-77aa"))
            #expect(try engine.temporaryEntries == [])
        }
    }

    @Test func `an image has the time and the platform that the user sets`() async throws {
        let engine = try FakeEngine(variables: ["SOURCE_DATE_EPOCH": "1700000000"])
        let scratch = try await TemporaryWorkspace()
        var environment = Environment.userManaged("timed")
        environment.docker.platform.architecture = "arm64"
        let described = environment
        try await engine.run {
            try await scratch.build(described)
            #expect(try engine.calls.contains(" --timestamp 1700000000 --no-cache "))
            #expect(try engine.calls.contains(" --platform linux/arm64 "))
        }
    }

    @Test(arguments: ["soon", "-1", "1.5", "+5", " 5", "0x10", "١", "253402300800", "99999999999999999999"])
    func `an invalid time is refused with the name of its variable before an engine is asked`(
        _ value: String
    ) async throws {
        let engine = try FakeEngine(variables: ["SOURCE_DATE_EPOCH": value])
        let scratch = try await TemporaryWorkspace()
        let error = await #expect(throws: ImageBuildError.self) {
            try await engine.run { try await scratch.build(.userManaged("timeless")) }
        }
        #expect(error?.code == .fieldInvalid)
        #expect(error?.message.contains("'\(value)' in SOURCE_DATE_EPOCH") == true)
        #expect(try engine.calls.isEmpty)
    }

    @Test func `layers come from the cache unless the user sets a time`() async throws {
        let engine = try FakeEngine()
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            try await scratch.build(.userManaged("cached"))
            #expect(try engine.calls.contains(" --timestamp 0 "))
            #expect(try !engine.calls.contains("--no-cache"))
        }
    }

    @Test func `commands use the network that the user names, if its name is valid`() async throws {
        let scratch = try await TemporaryWorkspace()
        let engine = try FakeEngine(variables: ["AZUREML_CONTAINER_NETWORK": "host"])
        try await engine.run {
            try await scratch.build(.userManaged("networked"))
            #expect(try engine.calls.contains(" --network host "))
        }
        let other = try FakeEngine(variables: ["AZUREML_CONTAINER_NETWORK": "--privileged"])
        let error = await #expect(throws: ImageBuildError.self) {
            try await other.run { try await scratch.build(.userManaged("networked")) }
        }
        #expect(error?.code == .fieldInvalid)
    }
}
