import AzureMLSupport
import Testing

@testable import ImageBuild

/// Logs of real builds of the guide's environment: Buildah 1.28.2, Docker 20.10.24 with both of its builders.
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
    func `the steps of a real log are found, each begins once and ends once`(
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
    func `what a command writes belongs to its step`(_ style: BuildOutputStyle, _ log: String) throws {
        let step = try Self.events(style, log).compactMap { event -> ImageBuildStep? in
            if case .output(let line, let step) = event, line.hasSuffix("installed pytorch 1.6.0") { step } else { nil }
        }.first
        #expect(step?.instruction.hasPrefix("RUN ldconfig /usr/local/cuda/lib64/stubs && conda env create") == true)
    }

    @Test func `BuildKit's own times count`() throws {
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
    func `a step from the cache says so`(_ style: BuildOutputStyle, _ lines: [String], _ number: Int) {
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

    @Test(arguments: [
        (["/bin/sh: 1: conda: not found"], "the base image has no conda"),
        (["Error: manifest unknown: manifest unknown"], "there is no such base image"),
        (["failed to create LLB definition: 127.0.0.1:5000/no/such:1: not found"], "there is no such base image"),
        (["ResolvePackageNotFound:", "  - nope"], "conda finds no package"),
        (["write /x: no space left on device", "conda: not found"], "the disk"),
        (["dial tcp: lookup mcr.microsoft.com: no such host"], "the network or the registry"),
        (["Error: unauthorized: authentication required"], "the registry refuses access"),
        (["exec container process `/bin/sh`: Exec format error"], "the base image is made for another processor"),
        (["unshare(CLONE_NEWUSER): Operation not permitted"], "the engine may not do"),
        (["ERROR: BuildKit is enabled but the buildx component is missing or broken."], "BuildKit is asked for"),
        (["ERROR: No matching distribution found for nope"], "pip finds no package"),
        (["The command '/bin/sh -c x' returned a non-zero code: 137"], "a command was killed"),
        (["/bin/sh: line 1:    7 Killed                  python x"], "a command was killed"),
        (["Killed"], "a command was killed"),
    ])
    func `the usual causes are told in plain words`(_ lines: [String], _ beginning: String) throws {
        let failure = ImageBuildFailure(step: nil, lines: lines, ending: "the engine ended with the exit code 1")
        #expect(failure.explanation?.hasPrefix(beginning) == true)
        #expect(failure.hint != nil)
        #expect(failure.lastLines == lines)
    }

    @Test(arguments: ["PermissionError: [Errno 13] Permission denied: '/data'", "Collecting skilled-worker"])
    func `a line that only holds a part of a sign names no cause`(_ line: String) {
        #expect(BuildFailureCause(lastLines: [line]) == nil)
    }

    @Test func `an engine that was killed is named as the cause`() {
        let ending = "the engine \(Command.ExitStatus.killed(signal: 9))"
        let failure = ImageBuildFailure(step: nil, lines: ["Solving environment"], ending: ending)
        #expect(failure.explanation?.hasPrefix("a command was killed") == true)
    }

    @Test func `a failure that nobody knows shows its step and its last line`() {
        let step = ImageBuildStep(number: 2, total: 3, instruction: "RUN make")
        let failure = ImageBuildFailure(step: step, lines: ["gcc: \u{1B}[31mbad", ""], ending: "x")
        #expect(failure.explanation == nil)
        #expect(failure.description.hasPrefix("step 2 of 3 'RUN make' failed: gcc: \\u{1B}[31mbad\n"))
        #expect(!failure.description.contains("\u{1B}"))
    }
}
