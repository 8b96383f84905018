import AzureMLSupport
import Environment
import Testing

@testable import ImageBuild

@Suite(.timeLimit(.minutes(2))) struct EngineLeftoversTests {
    private static let base = "my.azurecr.io/base:1"

    private static func workplace(_ id: String, _ image: String = base, imageID: String = "11") -> EngineWorkplace {
        EngineWorkplace(id: id, image: image, imageID: imageID)
    }

    private static func leftovers(
        _ new: [EngineWorkplace],
        _ lines: [String],
        knowsWorkplaces: Bool
    ) throws -> [String] {
        EngineLeftovers.ofBuild(
            new,
            baseImage: try ImageReference(parsing: base),
            lines: lines,
            knowsWorkplaces: knowsWorkplaces
        ).map(\.id)
    }

    @Test func `a container that somebody runs meanwhile on the same base image stays`() throws {
        let new = [Self.workplace("aaaaaaaaaaaaaaaa")]
        #expect(try Self.leftovers(new, ["Step 1/2 : FROM x"], knowsWorkplaces: false) == [])
        #expect(try Self.leftovers(new, ["STEP 1/2: FROM x"], knowsWorkplaces: true) == ["aaaaaaaaaaaaaaaa"])
    }

    @Test(arguments: [true, false]) func `of several containers only that is removed which the build named`(
        knowsWorkplaces: Bool
    ) throws {
        let new = [Self.workplace("aaaaaaaaaaaaaaaa"), Self.workplace("bbbbbbbbbbbbbbbb")]
        let lines = ["Step 2/2 : RUN y", " ---> Running in bbbbbbbbbbbb"]
        #expect(try Self.leftovers(new, lines, knowsWorkplaces: knowsWorkplaces) == ["bbbbbbbbbbbbbbbb"])
    }

    @Test(arguments: [true, false])
    func `nothing is removed when the engine did not say what was there before`(isListed: Bool) async throws {
        let left = "[{\"Id\":\"aaaaaaaaaaaaaaaa\",\"State\":\"storage\",\"Image\":\"\(Self.base)\",\"ImageID\":\"11\"}]"
        let seconds = isListed ? 86391 : 86392
        let engine = try FakeEngine(building: "echo '\(left)' >\"$FAKE/containers\"\necho begun\nsleep \(seconds)")
        if !isListed { try engine.remove("containers") }
        let scratch = try await TemporaryWorkspace()
        var environment = Environment(name: "left")
        environment.docker.baseImage = Self.base
        environment.python.userManagedDependencies = true
        let described = environment
        try await engine.run {
            let build = try await described.build(workspace: scratch.workspace)
            for await line in build.lines where line == "begun" { break }
            build.cancel()
            try await build.waitForCompletion(showOutput: false)
            #expect(try await build.status == "Canceled")
            #expect(try engine.calls.contains("rm --force aaaaaaaaaaaaaaaa\n") == isListed)
        }
    }
}
