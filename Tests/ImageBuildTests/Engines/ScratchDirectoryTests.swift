import AzureMLSupport
import AzureMLSystem
import Environment
import Foundation
import TestSupport
import Testing
import Workspace

@testable import ImageBuild

/// Where a build puts what nobody may see, and what becomes of it.
@Suite(.timeLimit(.minutes(2))) struct ScratchDirectoryTests {
    private static func environment(_ name: String, lines: String...) -> Environment {
        var environment = Environment(name: name)
        environment.docker.baseImage = nil
        environment.docker.baseDockerfile = (["FROM my.azurecr.io/base:1"] + lines).joined(separator: "\n") + "\n"
        environment.python.userManagedDependencies = true
        environment.docker.baseImageRegistry = ContainerRegistry(
            address: "my.azurecr.io",
            username: "user",
            password: "canary-31c4"
        )
        return environment
    }

    @Test func `the folder is its user's alone, and gone after its use`() async throws {
        let engine = try FakeEngine()
        try await engine.run {
            let path = try await ScratchDirectory.with { scratch in
                let mode = try FileManager.default.attributesOfItem(atPath: scratch.path)[.posixPermissions]
                #expect(mode as? Int == 0o700)
                return scratch.path
            }
            #expect(path.hasPrefix("\(engine.path)/tmp/"))
            #expect(try engine.temporaries == [])
        }
    }

    @Test func `what a process left that was killed is removed by the next one, and nothing that is in use`()
        async throws
    {
        let session = try ScratchFolder()
        try session.write(".azureml-tmp-0123456789abcdef/auth.json", "canary-31c4")
        let engine = try FakeEngine(variables: ["XDG_RUNTIME_DIR": session.path])
        try engine.write("tmp/.azureml-tmp-0123456789abcdef/lock", "")
        try engine.write("tmp/.azureml-tmp-0123456789abcdef/config.json", "canary-31c4")
        try engine.write("tmp/.azureml-tmp-mine/notes", "")
        try await engine.run {
            try await ScratchDirectory.with { outer in
                try await ScratchDirectory.with { inner in
                    let left = Set(try engine.temporaries.map { "\(engine.path)/tmp/\($0)" })
                    #expect(try FileManager.default.contentsOfDirectory(atPath: session.path) == [])
                    #expect(left == [outer.path, inner.path, "\(engine.path)/tmp/.azureml-tmp-mine"])
                }
            }
        }
    }

    @Test(arguments: ["session", "missing"])
    func `credentials lie in the user's folder of the session, if there is one`(
        _ name: String
    ) async throws {
        let scratch = try ScratchFolder()
        try scratch.write("session/here", "")
        let engine = try FakeEngine(variables: ["XDG_RUNTIME_DIR": "\(scratch.path)/\(name)"])
        let workspace = try await TemporaryWorkspace()
        try await engine.run {
            let build = try await Self.environment("signed").build(workspace: workspace.workspace)
            try await build.waitForCompletion(showOutput: false)
            let parent = name == "session" ? "\(scratch.path)/session" : "\(engine.path)/tmp"
            #expect(try engine.variables.contains("REGISTRY_AUTH_FILE=\(parent)/.azureml-tmp-"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/session") == ["here"])
            #expect(try engine.temporaries == [])
        }
    }

    @Test(arguments: [("RUN true", true), ("RUN --mount=type=cache,target=/c true", false)])
    func `what an engine puts aside goes with the build, but for what it keeps for the next one`(
        _ line: String,
        _ isOwn: Bool
    ) async throws {
        let engine = try FakeEngine(
            building: "mkdir \"$TMPDIR/buildah1\"\necho \"$TMPDIR\" >\"$FAKE/place\"\necho begun\nhearing sleep 86390",
            variables: ["XDG_RUNTIME_DIR": "/nowhere"]
        )
        let workspace = try await TemporaryWorkspace()
        try await engine.run {
            let build = try await Self.environment("aside", lines: line).build(workspace: workspace.workspace)
            for await line in build.lines where line == "begun" { break }
            build.cancel()
            try await build.waitForCompletion(showOutput: false)
            #expect(try engine.temporaries == (isOwn ? [] : ["buildah1"]))
            #expect(try (engine.read("place") == "\(engine.path)/tmp\n") != isOwn)
        }
    }
}
