import AzureMLSupport
import Testing

@testable import ImageBuild

/// The logs of real builds of the guide's environment, by Buildah 1.28.2 and by both builders of Docker 20.10.24.
@Suite struct BuildOutputTests {
    private static func events(_ style: BuildOutputStyle, _ log: String) throws -> [ImageBuildEvent] {
        var reader = style.makeReader()
        var events: [ImageBuildEvent] = []
        for (position, line) in try Fixture.text(log).split(whereSeparator: \.isNewline).enumerated() {
            events += reader.events(of: String(line), at: .seconds(position))
        }
        return events + reader.finish(at: .seconds(1000))
    }

    private static func started(_ events: [ImageBuildEvent]) -> [ImageBuildStep] {
        events.compactMap { if case .started(let step) = $0 { step } else { nil } }
    }

    @Test(arguments: [
        (BuildOutputStyle.buildah, "build-buildah.log", Array(1...16), 16),
        (.classicDocker, "build-docker.log", Array(1...16), 16),
        (.buildKit, "build-buildkit.log", Array(1...8), 9),
    ])
    func `each step of a real log is found, begins once and ends once`(
        _ style: BuildOutputStyle,
        _ log: String,
        _ numbers: [Int],
        _ total: Int
    ) throws {
        let events = try Self.events(style, log)
        let steps = Self.started(events)
        #expect(steps.map(\.number) == numbers)
        #expect(steps.allSatisfy { $0.total == total && $0.stage == nil })
        #expect(steps.first?.instruction == "FROM localhost/azureml-test-base:1")
        let finished = events.compactMap { if case .finished(let step, _) = $0 { step } else { nil } }
        #expect(finished == steps)
        let output = events.compactMap { if case .output(let line, _) = $0 { line } else { nil } }
        #expect(output == (try Fixture.text(log)).split(whereSeparator: \.isNewline).map(String.init))
    }

    @Test(arguments: [
        (BuildOutputStyle.buildah, "build-buildah.log"), (.classicDocker, "build-docker.log"),
        (.buildKit, "build-buildkit.log"),
    ])
    func `the output of a command belongs to its step`(_ style: BuildOutputStyle, _ log: String) throws {
        let step = try Self.events(style, log).compactMap { event -> ImageBuildStep? in
            if case .output(let line, let step) = event, line.hasSuffix("installed pytorch 1.6.0") { step } else { nil }
        }.first
        #expect(step?.instruction.hasPrefix("RUN ldconfig /usr/local/cuda/lib64/stubs && conda env create") == true)
    }

    @Test func `BuildKit's own durations are used`() throws {
        let durations = try Self.events(.buildKit, "build-buildkit.log").compactMap { event -> Duration? in
            if case .finished(let step, let duration) = event, step.number == 2 { duration } else { nil }
        }
        #expect(durations == [.seconds(6.2)])
    }

    @Test(arguments: [
        (
            BuildOutputStyle.buildah, ["STEP 1/2: FROM x", "STEP 2/2: RUN y", "--> Using cache 0123", "--> 0123"], 2
        ),
        (.buildah, ["[1/2] STEP 1/2: FROM x", "[1/2] STEP 2/2: RUN y", "--> Using cache 0123"], 2),
        (.classicDocker, ["Step 1/2 : FROM x", " ---> 00", "Step 2/2 : RUN y", " ---> Using cache"], 2),
        (.buildKit, ["#4 [1/2] FROM x", "#4 DONE 0.0s", "#5 [2/2] RUN y", "#5 CACHED"], 2),
        (.buildKit, ["#4 [a 1/2] FROM x", "#4 DONE 0.0s", "#5 [a 2/2] RUN y", "#5 CACHED"], 2),
    ])
    func `a step from the cache is reported as such`(_ style: BuildOutputStyle, _ lines: [String], _ number: Int) {
        var reader = style.makeReader()
        let events = lines.flatMap { reader.events(of: $0, at: .zero) }
        let cached = events.compactMap { if case .cached(let step) = $0 { step } else { nil } }
        #expect(cached.map(\.number) == [number])
        #expect(cached.first?.instruction == "RUN y")
    }

    @Test(arguments: [
        "STEP 0/1: x", "STEP 2/1: x", "STEP a/b: x", "STEP 99999999999999999999/1: x", "STEP", "[", "#", "#1",
        "#x [1/1] y",
        "#1 [1/", "#1 [] x", "Step 1/0 : x", "Step : x", "#1 DONE s", "#1 DONE 1e999s", "",
    ])
    func `a line that only looks like a step is output`(_ line: String) {
        for style in BuildOutputStyle.allCases {
            var reader = style.makeReader()
            #expect(reader.events(of: line, at: .zero) == [.output(line, step: nil)])
        }
    }
}
