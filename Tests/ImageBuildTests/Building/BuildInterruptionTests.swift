import AzureMLSupport
import AzureMLSystem
import Environment
import Foundation
import Testing
import Workspace

@testable import ImageBuild

/// What is told of builds that could not come to their end, and of those that ran beside them.
@Suite(.timeLimit(.minutes(2))) struct BuildInterruptionTests {
    /// Writes what a build leaves whose process was killed while the engine worked.
    private static func leaveInterrupted(_ environment: Environment, in scratch: TemporaryWorkspace) async throws {
        let store = scratch.workspace.store
        let registered = try await environment.register(workspace: scratch.workspace)
        let plan = try await registered.buildPlan(
            digests: WorkspaceImageDigests(store: store),
            wheels: WorkspaceWheels(store: store)
        )
        let log = try await store.startLog()
        try await log.append("STEP 1/2: FROM x")
        try await ImageBuildRecord(plan: plan, engine: EngineSearch.engine(), log: log.name).save(in: store)
    }

    @Test(arguments: [true, false]) func `a log without an end says that the build was interrupted`(isThere: Bool)
        async throws
    {
        let engine = try FakeEngine(building: "echo built")
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            try await Self.leaveInterrupted(Environment.userManaged("cut"), in: scratch)
            // The engine may have come to its end without the process, or not.
            if isThere { try engine.write("image", FakeEngine.image("22")) }
            let build = try await scratch.build(.userManaged("cut"))
            let log = try await build.getLog()
            #expect(
                log
                    == (isThere
                        ? "STEP 1/2: FROM x\n(the build was interrupted: its process ended before it did)\n"
                        : "(the last build of this image was interrupted: its process ended before it did)\nbuilt\n")
            )
            let folder = "\(scratch.path)/.local/builds"
            let logs = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".log") }
            #expect(logs.count == 1)
        }
    }

    @Test func `two builds of one image at once both have their log, and nobody was interrupted`() async throws {
        let engine = try FakeEngine(building: "echo one line")
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            let environment = Environment.userManaged("twice")
            async let first = scratch.build(environment)
            async let second = scratch.build(environment)
            for build in [try await first, try await second] {
                #expect(try await build.status == "Succeeded")
                #expect(try await build.getLog() == "one line\n")
            }
            let third = try await scratch.build(environment)
            #expect(try await third.getLog() == "one line\n")
        }
    }

    @Test(arguments: [true, false]) func `a full disk is named by its folder, and is no fault of the engine's`(
        isOfWorkspace: Bool
    ) async throws {
        let engine = try FakeEngine(building: "echo begun")
        let scratch = try await TemporaryWorkspace()
        let place = isOfWorkspace ? "/.local/builds/" : "/context/"
        let isFull: FileOperation.Observer = { operation throws(FileSystemError) in
            if operation.kind == .write, operation.path.contains(place) { throw .diskFull(operation) }
        }
        try await engine.run {
            let build = try await FileOperation.$observer.withValue(isFull) {
                try await scratch.build(.userManaged("full"))
            }
            let failure = try #require(await build.failure)
            let folder = isOfWorkspace ? scratch.path : "\(engine.path)/tmp"
            #expect(failure.explanation?.contains(folder) == true, "\(failure)")
            #expect(failure.explanation?.contains("No space left on device") == true)
            #expect(failure.hint?.text.hasPrefix("free some space on that disk") == true)
            #expect(failure.hint?.text.contains("TMPDIR") == !isOfWorkspace)
        }
    }
}
