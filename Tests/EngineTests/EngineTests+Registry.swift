import AzureMLSupport
import AzureMLSystem
import Environment
import Foundation
import Testing
import Workspace

@testable import ImageBuild

/// Builds that use a registry on this machine.
extension EngineTests {
    /// Builds and pushes an image that contains a file.
    private static func push(_ name: String, in scratch: EngineScratch) async throws -> (ImageBuildDetails, String) {
        let environment = plain(name, "RUN echo \(name) > /file")
        let build = try await environment.build(workspace: scratch.workspace)
        try await build.waitForCompletion(showOutput: false)
        #expect(await build.failure == nil)
        let pushed = try await environment.pushImage(workspace: scratch.workspace, registry: EngineSetting.registry)
        return (build, pushed)
    }

    /// Returns an environment whose base image is in the registry.
    private static func user(of image: String) -> Environment {
        var user = Environment(name: "user")
        user.docker.baseImage = image
        user.docker.baseImageRegistry = EngineSetting.registry
        user.docker.baseImageRegistry.address = nil
        user.python.userManagedDependencies = true
        return user
    }

    @Test func `an image is pushed, its digest is resolved, and it is pulled by that digest`() async throws {
        let scratch = try await EngineScratch()
        let address = try #require(EngineSetting.registry.address)
        let (build, pushed) = try await Self.push("pushed", in: scratch)
        let digest = try #require(pushed.split(separator: "@").last.map(String.init))
        // The digest that the registry itself reports.
        let answer = try await Command(
            "curl",
            [
                "--silent", "--head", "--user", "tester:\(EngineSetting.password)", "--header",
                "Accept: application/vnd.docker.distribution.manifest.v2+json", "--header",
                "Accept: application/vnd.oci.image.manifest.v1+json",
                "http://\(address)/v2/\(build.image)/manifests/latest",
            ]
        ).output(limit: 1 << 20)
        let headers = String(decoding: answer.standardOutput, as: UTF8.self).lowercased()
        #expect(headers.contains("docker-content-digest: \(digest)"), "\(headers)")

        #expect(try await Environment.from(image: pushed, workspace: scratch.workspace).name == "pushed")

        let user = Self.user(of: "\(address)/\(build.image):latest")
        let before = try await user.register(workspace: scratch.workspace)
        #expect(try await before.getImageDetails(workspace: scratch.workspace).dockerfile?.contains("@sha256") == false)
        let resolved = try await user.resolveBaseImage(workspace: scratch.workspace)
        #expect(resolved == "\(address)/\(build.image):latest@\(digest)")
        let details = try await before.getImageDetails(workspace: scratch.workspace)
        #expect(details.dockerfile?.hasPrefix("FROM \(resolved)\n") == true)

        // Removed from the engine, so that the build has to pull the image by its digest.
        try await scratch.engine("rmi", "--force", build.localImage, "\(address)/\(build.image):latest")
        let next = try await user.build(workspace: scratch.workspace)
        try await next.waitForCompletion(showOutput: false)
        #expect(await next.failure == nil)
        #expect(try await next.status == "Succeeded")
        let record = try #require(try await ImageBuildRecord.read(of: next.image, in: scratch.workspace.store))
        #expect(record.baseImageDigest == digest)
        #expect(try await Self.run("cat /file", in: next.localImage, scratch) == ["pushed"])
        try await scratch.engine("rmi", "--force", next.localImage)
    }

    @Test func `an image that is in the workspace's registry is pulled and not built`() async throws {
        let scratch = try await EngineScratch()
        let address = try #require(EngineSetting.registry.address)
        let (build, _) = try await Self.push("fetched", in: scratch)
        try await scratch.engine("rmi", "--force", build.localImage, "\(address)/\(build.image):latest")
        let variables = EngineSetting.variables.merging([
            "AZUREML_CONTAINER_REGISTRY": address, "AZUREML_CONTAINER_REGISTRY_USERNAME": "tester",
            "AZUREML_CONTAINER_REGISTRY_PASSWORD": EngineSetting.password,
        ]) { $1 }
        let context = ProcessContext(variables: variables, homeDirectory: scratch.path, currentDirectory: scratch.path)
        let fetched = try await ProcessContext.$injected.withValue(context) {
            try await Self.plain("fetched", "RUN echo fetched > /file").build(workspace: scratch.workspace)
        }
        try await fetched.waitForCompletion(showOutput: false)
        for await event in fetched.events {
            if case .started(let step) = event { Issue.record("\(step) was done") }
        }
        #expect(try await fetched.status == "Succeeded")
        #expect(try await Self.run("cat /file", in: fetched.localImage, scratch) == ["fetched"])
        try await scratch.engine("rmi", "--force", build.localImage, "\(address)/\(build.image):latest")
    }

    @Test func `a password that is in use appears in neither ps, nor a file, nor the image`() async throws {
        let scratch = try await EngineScratch()
        let address = try #require(EngineSetting.registry.address)
        let watch = Task {
            var seen = 0
            while !Task.isCancelled {
                guard let processes = try? await Command("ps", ["-eo", "args"]).output(limit: 1 << 24) else { break }
                let text = String(decoding: processes.standardOutput, as: UTF8.self)
                if text.contains(EngineSetting.password) { Issue.record("ps shows the password") }
                seen += text.split(separator: "\n").filter { $0.contains("azureml/azureml_") }.count
            }
            return seen
        }
        let (build, _) = try await Self.push("secret", in: scratch)
        try await scratch.engine("rmi", "--force", build.localImage, "\(address)/\(build.image):latest")
        let next = try await Self.user(of: "\(address)/\(build.image):latest").build(workspace: scratch.workspace)
        try await next.waitForCompletion(showOutput: false)
        #expect(try await next.status == "Succeeded")
        watch.cancel()
        #expect(await watch.value > 0)

        let inspected = try await scratch.engine("inspect", next.localImage).output
        #expect(!inspected.contains(EngineSetting.password))
        let files = try #require(FileManager.default.enumerator(atPath: scratch.path))
        for case let name as String in files {
            let data = FileManager.default.contents(atPath: "\(scratch.path)/\(name)") ?? Data()
            #expect(data.range(of: Data(EngineSetting.password.utf8)) == nil, "\(name)")
        }
        try await scratch.engine(
            "rmi",
            "--force",
            next.localImage,
            "\(address)/\(build.image):latest"
        )
    }

    @Test func `a wrong password is refused, and the error does not show it`() async throws {
        let scratch = try await EngineScratch()
        let environment = try await Self.plain("refused", "RUN echo refused > /refused")
            .register(workspace: scratch.workspace)
        let build = try await environment.build(workspace: scratch.workspace)
        try await build.waitForCompletion(showOutput: false)
        var registry = EngineSetting.registry
        registry.password = "canary-5e0b"
        let error = await #expect(throws: ImageBuildError.self) {
            try await environment.pushImage(workspace: scratch.workspace, registry: registry)
        }
        #expect(error?.description.contains("canary-5e0b") == false)
        #expect(error?.description.contains("sign in") == true)
        try await scratch.engine("rmi", build.localImage)
    }

    @Test(.enabled(if: ["docker", "buildkit"].contains(EngineSetting.variables["ENGINE_NAME"] ?? "")))
    func `a password is not stored in the user's credential store, which is still used`() async throws {
        let scratch = try await EngineScratch()
        let address = try #require(EngineSetting.registry.address)
        let (build, _) = try await Self.push("stored", in: scratch)
        try await scratch.engine("rmi", "--force", build.localImage, "\(address)/\(build.image):latest")
        let helper = "\(scratch.path)/bin/docker-credential-azuremltests"
        let script = "#!/bin/sh\necho \"$*\" >>'\(scratch.path)/calls'\ncat >/dev/null\necho '{}'\n"
        for folder in ["bin", "docker"] {
            try FileManager.default.createDirectory(
                atPath: "\(scratch.path)/\(folder)",
                withIntermediateDirectories: true
            )
        }
        try Data(script.utf8).write(to: URL(filePath: helper))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: helper)
        let own = Data(#"{"credsStore": "azuremltests"}"#.utf8)
        try own.write(to: URL(filePath: "\(scratch.path)/docker/config.json"))
        let path = EngineSetting.variables["PATH"] ?? ""
        let variables = EngineSetting.variables.merging([
            "DOCKER_CONFIG": "\(scratch.path)/docker", "PATH": "\(scratch.path)/bin:\(path)",
        ]) { $1 }
        let context = ProcessContext(variables: variables, homeDirectory: scratch.path, currentDirectory: scratch.path)
        let next = try await ProcessContext.$injected.withValue(context) {
            try await Self.user(of: "\(address)/\(build.image):latest").build(workspace: scratch.workspace)
        }
        try await next.waitForCompletion(showOutput: false)
        #expect(await next.failure == nil)
        // The store is asked for the credentials of other registries, but gets none to store.
        let calls = (try? String(contentsOfFile: "\(scratch.path)/calls", encoding: .utf8)) ?? ""
        #expect(!calls.contains("store"), "\(calls)")
        #expect(try Data(contentsOf: URL(filePath: "\(scratch.path)/docker/config.json")) == own)
        try await scratch.engine("rmi", "--force", next.localImage, "\(address)/\(build.image):latest")
    }
}
