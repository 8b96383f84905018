import AzureMLSupport
import AzureMLSystem
import CondaDependencies
import Environment
import Foundation
import Testing
import Workspace

@testable import ImageBuild

/// Builds with the engine that the variables name.
///
/// The tests run one after the other, because an engine keeps images and caches that affect the next build.
@Suite(.enabled(if: EngineSetting.isReady), .serialized, .timeLimit(.minutes(30))) struct EngineTests {
    private static let condaName = "azureml_7459a71437df47401c6a369f49fbbdb6"

    /// Returns the guide's environment with the base image of these tests.
    private static func guide() throws -> Environment {
        let sample = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Samples/ContainersGuide/env.yml")
        var environment = try Environment.fromCondaSpecification(name: "pytorch", filePath: sample.path)
        environment.docker.baseImage = EngineSetting.baseImage
        return environment
    }

    static func plain(_ name: String, _ lines: String...) -> Environment {
        var environment = Environment(name: name)
        environment.docker.baseImage = nil
        environment.docker.baseDockerfile = (["FROM \(EngineSetting.tinyImage)"] + lines).joined(separator: "\n") + "\n"
        environment.python.userManagedDependencies = true
        environment.spark.precachePackages = false
        return environment
    }

    /// Runs a command in a container of the image; returns the lines of its output.
    static func run(_ script: String, in image: String, _ scratch: EngineScratch) async throws -> [String] {
        let output: String
        switch EngineSetting.variables["ENGINE_NAME"] {
        case "buildah":
            let container = try await scratch.engine("from", image).output.split(separator: "\n").last ?? ""
            output = try await scratch.engine("run", String(container), "--", "sh", "-c", script).output
            try await scratch.engine("rm", String(container))
        case "podman":
            // These options also work on machines with both versions of cgroups, and where limits cannot be raised.
            let options = [
                "--runtime=runc", "run", "--rm", "--network=host", "--ulimit=nofile=1024:1024",
                "--ulimit=nproc=1024:1024", image, "sh", "-c", script,
            ]
            let program = try #require(EngineSetting.variables["AZUREML_CONTAINER_ENGINE"])
            let result = try await Command(program, options).output(limit: 1 << 20)
            output = String(decoding: result.standardOutput, as: UTF8.self)
        default:
            output = try await scratch.engine("run", "--rm", "--network=host", image, "sh", "-c", script).output
        }
        return output.split(separator: "\n").map(String.init)
    }

    @Test func `the walkthrough's environment is built once, runs, and is found by its image`() async throws {
        let scratch = try await EngineScratch()
        try await scratch.emptyCache()
        let environment = try Self.guide()
        let build = try await environment.build(workspace: scratch.workspace)
        try await build.waitForCompletion(showOutput: false)
        #expect(await build.failure == nil)
        #expect(try await build.status == "Succeeded")

        var started: [ImageBuildStep] = []
        var finished = 0
        for await event in build.events {
            if case .started(let step) = event { started.append(step) }
            if case .finished = event { finished += 1 }
        }
        #expect(
            started.contains {
                $0.instruction.hasPrefix("RUN ldconfig /usr/local/cuda/lib64/stubs && conda env create")
            }
        )
        // BuildKit runs several steps at the same time.
        #expect(Set(started).count == started.count)
        #expect(finished >= started.count - 1)
        let log = try await build.getLog()
        #expect(log.contains("installed pytorch 1.6.0"))

        let folder = "/azureml-envs/\(Self.condaName)"
        let shown = try await Self.run(
            "echo $AZUREML_ENVIRONMENT_IMAGE; echo $PATH; ls \(folder)/conda-meta; python -c 'print(6 * 7)'",
            in: build.localImage,
            scratch
        )
        #expect(shown.first == "True")
        #expect(shown.dropFirst().first?.hasPrefix("\(folder)/bin:") == true)
        for package in ["python-3.7.9-0.json", "pytorch-1.6.0-0.json", "torchvision-0.7.0-0.json"] {
            #expect(shown.contains(package))
        }
        #expect(shown.last == "42")

        let found = try await Environment.from(image: build.image, workspace: scratch.workspace)
        #expect(found == (try await Environment.get(workspace: scratch.workspace, name: "pytorch")))
        let imageID = try #require(await build.imageID)
        #expect(try await Environment.from(image: imageID, workspace: scratch.workspace) == found)

        let second = try await environment.build(workspace: scratch.workspace)
        #expect(try await second.status == "Succeeded")
        #expect(await second.imageID == build.imageID)
        for await event in second.events { Issue.record("the second build has an event: \(event)") }
        #expect(try await second.getLog() == log)
        try await scratch.engine("rmi", build.localImage)
    }

    private static func wait(for instruction: String, of build: ImageBuildDetails) async {
        for await event in build.events {
            if case .started(let step) = event, step.instruction.contains(instruction) { return }
        }
    }

    @Test func `a cancelled build leaves no process, no image and no container`() async throws {
        let scratch = try await EngineScratch()
        let before = try await scratch.state()
        let build = try await Self.plain("slow", "RUN echo begun > /begun", "RUN sleep 86397")
            .build(workspace: scratch.workspace)
        await Self.wait(for: "sleep 86397", of: build)
        build.cancel()
        try await build.waitForCompletion(showOutput: false)
        #expect(try await build.status == "Canceled")
        #expect(try await scratch.engine("inspect", build.localImage).code != 0)
        let after = try await scratch.state()
        #expect(after.images.subtracting(before.images).filter { !$0.contains("<none>") } == [])
        #expect(after.containers == before.containers)
        let processes = try await Command("ps", ["-eo", "args"]).output(limit: 1 << 24).standardOutput
        #expect(
            !String(decoding: processes, as: UTF8.self).split(separator: "\n").contains { $0.hasSuffix("sleep 86397") }
        )
    }

    @Test func `a cancelled build does not disturb another build on the same base image`() async throws {
        let scratch = try await EngineScratch()
        let before = try await scratch.state()
        let environment = Self.plain("cancelled", "RUN echo \(UUID().uuidString)", "RUN sleep 86394")
        let cancelled = try await environment.build(workspace: scratch.workspace)
        await Self.wait(for: "sleep 86394", of: cancelled)
        let other = try await Self.plain("other", "RUN echo \(UUID().uuidString)", "RUN sleep 5", "RUN echo end > /end")
            .build(workspace: scratch.workspace)
        await Self.wait(for: "sleep 5", of: other)
        cancelled.cancel()
        try await cancelled.waitForCompletion(showOutput: false)
        #expect(try await cancelled.status == "Canceled")
        try await other.waitForCompletion(showOutput: false)
        #expect(await other.failure == nil)
        #expect(try await other.status == "Succeeded")
        #expect(try await scratch.state().containers == before.containers)
        try await scratch.engine("rmi", other.localImage)
    }

    @Test func `a build on a base image without conda fails, and the failure gives that cause`() async throws {
        let scratch = try await EngineScratch()
        var environment = try Self.guide()
        environment.docker.baseImage = EngineSetting.bareImage
        let build = try await environment.build(workspace: scratch.workspace)
        try await build.waitForCompletion(showOutput: false)
        #expect(try await build.status == "Failed")
        let failure = try #require(await build.failure)
        #expect(failure.step?.instruction.contains("conda env create") == true)
        #expect(failure.explanation == "the base image has no conda, which makes the Python environment")
        #expect(failure.lastLines.contains { $0.contains("conda") && $0.contains("not found") })
        #expect(try await scratch.engine("inspect", build.localImage).code != 0)
        #expect(await build.imageID == nil)
    }

    @Test func `a package that is not in the channel is reported as the cause`() async throws {
        let scratch = try await EngineScratch()
        var environment = try Self.guide()
        try environment.python.condaDependencies.addCondaPackage("no-such-package")
        let build = try await environment.build(workspace: scratch.workspace)
        try await build.waitForCompletion(showOutput: false)
        let failure = try #require(await build.failure)
        #expect(failure.explanation?.hasPrefix("conda finds no package") == true, "\(failure)")
    }

    @Test func `a base image that does not exist is reported as the cause`() async throws {
        let scratch = try await EngineScratch()
        var environment = try Self.guide()
        environment.docker.baseImage = "\(EngineSetting.registry.address ?? "")/no/such:1"
        environment.docker.baseImageRegistry.username = EngineSetting.registry.username
        environment.docker.baseImageRegistry.password = EngineSetting.registry.password
        let build = try await environment.build(workspace: scratch.workspace)
        try await build.waitForCompletion(showOutput: false)
        let failure = try #require(await build.failure)
        #expect(failure.explanation == "there is no such base image", "\(failure)")
    }

    @Test(.enabled(if: ["buildah", "podman"].contains(EngineSetting.variables["ENGINE_NAME"] ?? "")))
    func `two builds without a cache give the same digest`() async throws {
        let scratch = try await EngineScratch()
        let environment = Self.plain("same", "RUN echo \(UUID().uuidString) > /file")
        var digests: [String?] = []
        for _ in 0..<2 {
            try await scratch.emptyCache()
            let build = try await environment.build(workspace: scratch.workspace)
            try await build.waitForCompletion(showOutput: false)
            digests.append(await build.imageDigest)
            for await event in build.events {
                if case .cached(let step) = event { Issue.record("\(step) came from the cache") }
            }
            try await scratch.engine("rmi", build.localImage)
        }
        #expect(digests[0] != nil)
        #expect(digests[0] == digests[1])
    }

    @Test(.enabled(if: ["buildah", "podman"].contains(EngineSetting.variables["ENGINE_NAME"] ?? "")))
    func `a time that the user sets also applies to layers that were cached with another time`() async throws {
        let scratch = try await EngineScratch()
        let environment = Self.plain("timed", "RUN echo \(UUID().uuidString) > /file")
        let context = ProcessContext(
            variables: EngineSetting.variables.merging(["SOURCE_DATE_EPOCH": "1700000000"]) { $1 },
            homeDirectory: scratch.path,
            currentDirectory: scratch.path
        )
        let plain = try await environment.build(workspace: scratch.workspace)
        try await plain.waitForCompletion(showOutput: false)
        var digests: [String?] = []
        for _ in 0..<2 {
            try await scratch.engine("rmi", plain.localImage)
            let timed = try await ProcessContext.$injected.withValue(context) {
                try await environment.build(workspace: scratch.workspace)
            }
            try await timed.waitForCompletion(showOutput: false)
            digests.append(await timed.imageDigest)
        }
        #expect(digests[0] != nil)
        #expect(digests[0] == digests[1])
        let plainDigest = await plain.imageDigest
        #expect(digests[0] != plainDigest)
        #expect(try await scratch.engine("inspect", plain.localImage).output.contains("2023-11-14T22:13:20Z"))
        try await scratch.engine("rmi", plain.localImage)
    }
}
