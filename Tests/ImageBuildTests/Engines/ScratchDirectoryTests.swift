import AzureMLSupport
import AzureMLSystem
import Environment
import Foundation
import TestSupport
import Testing
import Workspace

@testable import ImageBuild

/// The folders for a build's credentials and temporary files, and their removal.
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

    @Test func `only the user may read the folder, and it is removed after use`() async throws {
        let engine = try FakeEngine()
        try await engine.run {
            let path = try await ScratchDirectory.with { scratch in
                let mode = try FileManager.default.attributesOfItem(atPath: scratch.path)[.posixPermissions]
                #expect(mode as? Int == 0o700)
                return scratch.path
            }
            #expect(path.hasPrefix("\(engine.path)/tmp/"))
            #expect(try engine.temporaryEntries == [])
        }
    }

    @Test func `the folder of a killed process is removed by the next one, but no folder in use`()
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
                    let left = Set(try engine.temporaryEntries.map { "\(engine.path)/tmp/\($0)" })
                    #expect(try FileManager.default.contentsOfDirectory(atPath: session.path) == [])
                    #expect(left == [outer.path, inner.path, "\(engine.path)/tmp/.azureml-tmp-mine"])
                }
            }
        }
    }

    @Test(arguments: ["session", "missing"])
    func `credentials are in the folder of the user's session, if there is one`(
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
            #expect(try engine.temporaryEntries == [])
        }
    }

    @Test(arguments: [("RUN true", true), ("RUN --mount=type=cache,target=/c true", false)])
    func `an engine's temporary files are removed after the build, except caches for the next one`(
        _ line: String,
        _ isOwn: Bool
    ) async throws {
        let engine = try FakeEngine(
            building: """
                mkdir "$TMPDIR/buildah1"
                echo "$TMPDIR" >"$FAKE/place"
                echo begun
                with_default_sighup sleep 86390
                """,
            variables: ["XDG_RUNTIME_DIR": "/nowhere"]
        )
        let workspace = try await TemporaryWorkspace()
        try await engine.run {
            let build = try await Self.environment("aside", lines: line).build(workspace: workspace.workspace)
            for await line in build.lines where line == "begun" { break }
            build.cancel()
            try await build.waitForCompletion(showOutput: false)
            #expect(try engine.temporaryEntries == (isOwn ? [] : ["buildah1"]))
            #expect(try (engine.read("place") == "\(engine.path)/tmp\n") != isOwn)
        }
    }
}
