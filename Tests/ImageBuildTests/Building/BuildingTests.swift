import AzureMLSupport
import AzureMLSystem
import Environment
import Foundation
import TestSupport
import Testing
import Workspace

@testable import ImageBuild

@Suite(.timeLimit(.minutes(2))) struct BuildingTests {
    private static let twoSteps = """
        echo 'STEP 1/2: FROM x'
        echo 'STEP 2/2: RUN y'
        echo done
        """

    @Test func `a build registers its environment, reports its steps, and stores its log and record`() async throws {
        let engine = try FakeEngine(building: Self.twoSteps)
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            let build = try await Environment.userManaged("built").build(workspace: scratch.workspace)
            try await build.waitForCompletion(showOutput: false)
            #expect(try await build.status == "Succeeded")
            #expect(await build.failure == nil)
            #expect(await build.imageID == "sha256:00")
            #expect(await build.imageDigest == FakeEngine.digest)
            #expect(build.localImage == "localhost/\(build.image)")
            #expect(build.engine == "Podman 4.3.1")
            #expect(try await build.getLog() == "STEP 1/2: FROM x\nSTEP 2/2: RUN y\ndone\n")
            var lines: [String] = []
            for await line in build.lines { lines.append(line) }
            #expect(lines == ["STEP 1/2: FROM x", "STEP 2/2: RUN y", "done"])
            let registered = try await Environment.get(workspace: scratch.workspace, name: "built")
            #expect(registered.version == "1")
            #expect(try await registered.getImageDetails(workspace: scratch.workspace).image == build.image)
            #expect(try engine.temporaryEntries == [])
            #expect(try engine.calls.contains("--label org.opencontainers.image.title=built"))
            #expect(try engine.calls.contains("--label org.opencontainers.image.base.name=my.azurecr.io/base:1"))

            let record = try #require(try await ImageBuildRecord.read(of: build.image, in: scratch.workspace.store))
            #expect(try await scratch.workspace.store.log(named: record.log ?? "") != nil)
        }
    }

    @Test func `an image that the engine has is not built again, and has the log of its build`() async throws {
        let engine = try FakeEngine(building: Self.twoSteps)
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            let first = try await Environment.userManaged("built").build(workspace: scratch.workspace)
            try await first.waitForCompletion(showOutput: false)
            let second = try await Environment.userManaged("built").build(workspace: scratch.workspace)
            #expect(try await second.status == "Succeeded")
            try await second.waitForCompletion(showOutput: false)
            #expect(try await second.getLog() == (try await first.getLog()))
            for await event in second.events { Issue.record("\(event)") }
            #expect(try engine.builds == 1)
        }
    }

    @Test func `a failed build has a status, and a failure with step, lines and cause`() async throws {
        let engine = try FakeEngine(building: Self.twoSteps + "\necho '/bin/sh: 1: conda: not found' >&2\nexit 127")
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            let build = try await Environment.userManaged("built").build(workspace: scratch.workspace)
            try await build.waitForCompletion(showOutput: false)
            #expect(try await build.status == "Failed")
            let failure = try #require(await build.failure)
            #expect(failure.step == ImageBuildStep(number: 2, total: 2, stage: nil, instruction: "RUN y"))
            #expect(failure.explanation == "the base image has no conda, which makes the Python environment")
            #expect(failure.lastLines.last == "/bin/sh: 1: conda: not found")
            #expect(await build.imageID == nil)

            let error = await #expect(throws: ImageBuildError.self) {
                try await Environment.userManaged("built").buildLocal(workspace: scratch.workspace)
            }
            #expect(error?.code == .failed)
            #expect(error?.message.hasPrefix("step 2 of 2 'RUN y' failed: the base image has no conda") == true)
            #expect(try engine.temporaryEntries == [])
        }
    }

    @Test func `an engine that succeeds without an image is the failure, not its last line`() async throws {
        let engine = try FakeEngine(building: Self.twoSteps + "\nexit 0")
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            let build = try await Environment.userManaged("built").build(workspace: scratch.workspace)
            try await build.waitForCompletion(showOutput: false)
            let failure = try #require(await build.failure)
            #expect(failure.explanation?.hasPrefix("Podman 4.3.1 built 'localhost/azureml/azureml_") == true)
            #expect(failure.lastLines.last == "done")
        }
    }

    @Test(arguments: [
        (#"{"Client":{"Version":"24.0.1"},"Server":{"Version":"24.0.1"}}"#, "false", "Docker 24.0.1"),
        (#"{"Client":{"Version":"24.0.1"},"Server":{"Version":"24.0.1"}}"#, "1", "Docker 24.0.1 with BuildKit"),
    ])
    func `Docker's builder is the one that the user's variable selects`(
        _ answer: String,
        _ variable: String,
        _ title: String
    ) async throws {
        let engine = try FakeEngine(named: "docker", variables: ["DOCKER_BUILDKIT": variable])
        try engine.write("version", "\(answer)\n")
        let found = try await engine.run { try await EngineSearch.engine().title }
        #expect(found == title)
    }

    @Test func `an engine that ends without output is named with its exit status`() async throws {
        let engine = try FakeEngine()
        try engine.write("version", "")
        let error = await #expect(throws: ImageBuildError.self) {
            try await engine.run { _ = try await EngineSearch.engine() }
        }
        #expect(error?.message.hasSuffix("/bin/podman: it ended with the exit code 1") == true)
    }

    @Test(arguments: [true, false])
    func `cancelling ends the engine and leaves no files or processes`(waiterIsCancelled: Bool) async throws {
        // The cases run at the same time, so each looks for its own command.
        let seconds = waiterIsCancelled ? 86395 : 86396
        let engine = try FakeEngine(building: Self.twoSteps + "\nwith_default_sighup sleep \(seconds)")
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            let build = try await Environment.userManaged("built").build(workspace: scratch.workspace)
            let waiter = Task { try await build.waitForCompletion(showOutput: false) }
            for await line in build.lines where line == "done" { break }
            if waiterIsCancelled { waiter.cancel() } else { build.cancel() }
            _ = try await waiter.value
            #expect(try await build.status == "Canceled")
            #expect(await build.failure == nil)
            #expect(!engine.exists("image"))
            #expect(try engine.temporaryEntries == [])
            let processes = try await Command("ps", ["-eo", "args"]).output(limit: 1 << 24).standardOutput
            let running = String(decoding: processes, as: UTF8.self).split(separator: "\n")
            #expect(!running.contains { $0.contains(engine.path) || $0.hasSuffix("sleep \(seconds)") })
        }
    }

    @Test func `a build that is cancelled after its last line is cancelled, and not failed`() async throws {
        // The engine closes its output, and is then killed.
        let engine = try FakeEngine(building: Self.twoSteps + "\nexec >&- 2>&-\nwith_default_sighup sleep 86397")
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            let build = try await Environment.userManaged("built").build(workspace: scratch.workspace)
            for await line in build.lines where line == "done" { break }
            try await Task.sleep(for: .milliseconds(300))
            build.cancel()
            try await build.waitForCompletion(showOutput: false)
            #expect(try await build.status == "Canceled")
            #expect(await build.failure == nil)
        }
    }

    @Test func `a Dockerfile that the engine does not understand is refused before anything is built`() async throws {
        let engine = try FakeEngine()
        let scratch = try await TemporaryWorkspace()
        var environment = Environment.userManaged("built")
        environment.docker.baseImage = nil
        environment.docker.baseDockerfile = "FROM x\nRUN <<EOF\necho\nEOF\n"
        let described = environment
        try await engine.run {
            let error = await #expect(throws: ImageBuildError.self) {
                try await described.build(workspace: scratch.workspace)
            }
            #expect(error?.code == .engineLacksConstruct)
            let builds = try engine.builds
            #expect(builds == 0)
        }
    }

    @Test(arguments: [
        (ErrorCode<ImageBuildError>.environmentNotRegistered, String?.none, true, false),
        (.kindNotSupported, nil, false, false), (.platformInvalid, "Windows", true, false),
        (.registryInvalid, nil, true, true),
    ])
    func `local builds need a registered environment, Docker, Linux and a registry to push to`(
        _ code: ErrorCode<ImageBuildError>,
        _ platform: String?,
        _ useDocker: Bool,
        _ push: Bool
    ) async throws {
        let engine = try FakeEngine()
        let scratch = try await TemporaryWorkspace()
        let error = await #expect(throws: ImageBuildError.self) {
            try await engine.run {
                try await Environment.userManaged("built").buildLocal(
                    workspace: scratch.workspace,
                    platform: platform,
                    useDocker: useDocker,
                    pushImageToWorkspaceACR: push
                )
            }
        }
        #expect(error?.code == code)
        #expect(error?.hint != nil)
        #expect(try engine.builds == 0)
    }

    @Test(arguments: [
        ("nerdctl", "set it to docker, podman or buildah"),
        ("/nowhere/podman", "correct the path in AZUREML_CONTAINER"),
        ("podman", "install podman"),
    ])
    func `an unknown or missing engine is an error that names it`(_ name: String, _ hint: String) async throws {
        let engine = try FakeEngine(variables: ["AZUREML_CONTAINER_ENGINE": name, "PATH": "/nowhere"])
        let error = await #expect(throws: ImageBuildError.self) {
            try await engine.run { _ = try await EngineSearch.engine() }
        }
        #expect(error?.code == .engineNotFound)
        #expect(error?.message.contains(name) == true)
        #expect(error?.hint?.hasPrefix(hint) == true)
        #expect(error?.hint?.contains("=podman") == false)
    }

    @Test func `the first engine that responds is used`() async throws {
        let engine = try FakeEngine(variables: ["AZUREML_CONTAINER_ENGINE": "", "PATH": "/nowhere"])
        let error = await #expect(throws: ImageBuildError.self) {
            try await engine.run { _ = try await EngineSearch.engine() }
        }
        #expect(error?.message.contains("docker: there is no such program; podman: ") == true)
        #expect(error?.hint == "install Docker, Podman or Buildah, or start its service")

        let found = try FakeEngine()
        let path = try #require(found.context[variable: "AZUREML_CONTAINER_ENGINE"]).split(separator: "/").dropLast()
        let only = ProcessContext(
            variables: ["PATH": "/\(path.joined(separator: "/"))", "FAKE": found.path],
            homeDirectory: "/",
            currentDirectory: "/"
        )
        let title = try await ProcessContext.$injected.withValue(only) { try await EngineSearch.engine().title }
        #expect(title == "Podman 4.3.1")
    }
}
