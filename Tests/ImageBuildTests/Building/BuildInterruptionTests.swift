import AzureMLSupport
import AzureMLSystem
import Environment
import Foundation
import Synchronization
import TestSupport
import Testing
import Workspace

@testable import ImageBuild

/// The logs and failures of builds that were interrupted, ran at the same time, or filled the disk.
@Suite(.timeLimit(.minutes(2))) struct BuildInterruptionTests {
    /// Writes the files that a build leaves when its process is killed while the engine works.
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

    @Test(arguments: [true, false]) func `an unfinished log says that the build was interrupted`(isThere: Bool)
        async throws
    {
        let engine = try FakeEngine(building: "echo built")
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            try await Self.leaveInterrupted(Environment.userManaged("cut"), in: scratch)
            // The engine may have finished the image without the process, or not.
            if isThere { try engine.write("image", FakeEngine.image("22")) }
            let build = try await scratch.build(.userManaged("cut"))
            let log = try await build.getLog()
            #expect(
                log
                    == (isThere
                        ? "STEP 1/2: FROM x\n(the build was interrupted: its process ended first)\n"
                        : "(the last build of this image was interrupted: its process ended first)\nbuilt\n")
            )
            let folder = "\(scratch.path)/.local/builds"
            let logs = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".log") }
            #expect(logs.count == 1)
        }
    }

    @Test func `two simultaneous builds of one image both have their log and are not interrupted`() async throws {
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

    @Test func `a build keeps the log of one that was running when its own record was written`() async throws {
        let scratch = try await TemporaryWorkspace()
        let store = scratch.workspace.store
        let registered = try await Environment.userManaged("twice").register(workspace: scratch.workspace)
        let plan = try await registered.buildPlan(
            digests: WorkspaceImageDigests(store: store),
            wheels: WorkspaceWheels(store: store)
        )
        let engine = try FakeEngine()
        try await engine.run {
            let name = try await store.startLog().name
            // As the process of the other build holds it.
            let file = unsafe open("\(scratch.path)/.local/builds/\(name)", O_RDWR)
            defer { close(file) }
            try #require(flock(file, LOCK_EX | LOCK_NB) == 0)
            try await ImageBuildRecord(plan: plan, engine: EngineSearch.engine(), log: name).save(in: store)
            let renames = Mutex(0)
            // The other build ends as soon as its record was replaced.
            let observer: FileOperation.Observer = { step in
                if renames.withLock({ $0 }) > 0 { flock(file, LOCK_UN) }
                if step.kind == .rename { renames.withLock { $0 += 1 } }
            }
            let log = try await store.startLog()
            try await FileOperation.$observer.withValue(observer) {
                try await ImageBuildRecord(plan: plan, engine: EngineSearch.engine(), log: log.name).save(in: store)
            }
            let count = renames.withLock { $0 }
            #expect(count == 1)
            #expect(try await store.log(named: name) == [])
        }
    }

    @Test(arguments: [true, false]) func `a full disk is named by its folder, and not blamed on the engine`(
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
            #expect(failure.hint?.hasPrefix("free some space on that disk") == true)
            #expect(failure.hint?.contains("TMPDIR") == !isOfWorkspace)
        }
    }
}
