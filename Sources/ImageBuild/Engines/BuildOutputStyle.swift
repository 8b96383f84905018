/// How an engine tells of its steps.
enum BuildOutputStyle: String, Sendable, Hashable, CaseIterable {
    /// `Step 1/15 : FROM …`
    case classicDocker
    /// `#5 [1/9] FROM …`
    case buildKit
    /// `STEP 1/15: FROM …`
    case buildah
}

/// Makes events of the lines that an engine writes.
///
/// A line that is like none of the engine's own is output: a stranger's command can write whatever it likes, and gains
/// nothing by it but a wrong event.
protocol BuildOutputReader: Sendable {
    /// The events of a line, its output among them, at a time on the caller's clock.
    mutating func events(of line: String, at time: Duration) -> [ImageBuildEvent]
    /// The events once the engine ended.
    mutating func finish(at time: Duration) -> [ImageBuildEvent]
    /// The step that is being done, or the one that failed.
    var currentStep: ImageBuildStep? { get }
}

extension BuildOutputStyle {
    func makeReader() -> any BuildOutputReader {
        switch self {
        case .classicDocker: SequentialOutputReader(head: { $0.stepOfClassicDocker }, cacheMark: " ---> Using cache")
        case .buildah: SequentialOutputReader(head: { $0.stepOfBuildah }, cacheMark: "--> Using cache")
        case .buildKit: BuildKitOutputReader()
        }
    }
}

/// Reads the lines of an engine that does one step after the other.
struct SequentialOutputReader: BuildOutputReader {
    let head: @Sendable (String) -> ImageBuildStep?
    let cacheMark: String
    private(set) var currentStep: ImageBuildStep?
    private var begin = Duration.zero

    init(head: @escaping @Sendable (String) -> ImageBuildStep?, cacheMark: String) {
        self.head = head
        self.cacheMark = cacheMark
    }

    mutating func events(of line: String, at time: Duration) -> [ImageBuildEvent] {
        if let step = head(line) {
            let events = finish(at: time)
            currentStep = step
            begin = time
            return events + [.started(step), .output(line, step: step)]
        }
        var events: [ImageBuildEvent] = []
        if let currentStep, line.hasPrefix(cacheMark) { events.append(.cached(currentStep)) }
        return events + [.output(line, step: currentStep)]
    }

    mutating func finish(at time: Duration) -> [ImageBuildEvent] {
        defer { currentStep = nil }
        return currentStep.map { [.finished($0, duration: time - begin)] } ?? []
    }
}

/// Reads BuildKit's plain progress, where steps of several stages run at once.
struct BuildKitOutputReader: BuildOutputReader {
    private var steps: [Int: ImageBuildStep] = [:]
    private var failed: ImageBuildStep?
    private var latest: ImageBuildStep?

    var currentStep: ImageBuildStep? { failed ?? latest }

    mutating func events(of line: String, at time: Duration) -> [ImageBuildEvent] {
        guard let (vertex, rest) = line.vertexOfBuildKit else { return [.output(line, step: nil)] }
        if let step = rest.stepOfBuildKit, steps[vertex] == nil {
            steps[vertex] = step
            latest = step
            return [.started(step), .output(line, step: step)]
        }
        guard let step = steps[vertex] else { return [.output(line, step: nil)] }
        latest = step
        var events: [ImageBuildEvent] = [.output(line, step: step)]
        if rest == "CACHED" {
            events += [.cached(step), .finished(step, duration: .zero)]
        } else if rest.hasPrefix("DONE "), let seconds = rest.secondsOfBuildKit {
            events.append(.finished(step, duration: .seconds(seconds)))
        } else if rest.hasPrefix("ERROR") {
            failed = step
        }
        return events
    }

    mutating func finish(at time: Duration) -> [ImageBuildEvent] { [] }
}

extension String {
    /// `Step 1/15 : FROM x`
    fileprivate var stepOfClassicDocker: ImageBuildStep? {
        guard hasPrefix("Step "), let colon = firstIndex(of: ":") else { return nil }
        return ImageBuildStep(
            fraction: self[..<colon].dropFirst(5).trimmingSuffixBlanks,
            stage: nil,
            instruction: self[index(after: colon)...]
        )
    }

    /// `STEP 1/15: FROM x`, and with several stages `[1/2] STEP 1/15: FROM x`
    fileprivate var stepOfBuildah: ImageBuildStep? {
        var rest = self[...]
        var stage: String?
        if rest.first == "[", let end = rest.firstIndex(of: "]") {
            stage = String(rest[rest.index(after: rest.startIndex)..<end])
            rest = rest[rest.index(after: end)...].drop { $0 == " " }
        }
        guard rest.hasPrefix("STEP "), let colon = rest.firstIndex(of: ":") else { return nil }
        return ImageBuildStep(
            fraction: rest[..<colon].dropFirst(5),
            stage: stage,
            instruction: rest[rest.index(after: colon)...]
        )
    }

    /// `#5 rest`
    fileprivate var vertexOfBuildKit: (number: Int, rest: String)? {
        guard first == "#", let blank = firstIndex(of: " "), let number = Int(self[..<blank].dropFirst()) else {
            return nil
        }
        return (number, String(self[index(after: blank)...]))
    }

    /// `DONE 1.5s`
    fileprivate var secondsOfBuildKit: Double? {
        let seconds = Double(dropFirst(5).prefix { $0 != "s" })
        // More than a Duration takes would be no time at all.
        return seconds.flatMap { 0...1e9 ~= $0 ? $0 : nil }
    }

    /// `[2/9] RUN x` and `[stage-1 2/9] RUN x`; `[internal] load …` is none.
    fileprivate var stepOfBuildKit: ImageBuildStep? {
        guard first == "[", let end = firstIndex(of: "]") else { return nil }
        let words = self[..<end].dropFirst().split(separator: " ")
        guard let fraction = words.last else { return nil }
        return ImageBuildStep(
            fraction: fraction,
            stage: words.count > 1 ? words.dropLast().joined(separator: " ") : nil,
            instruction: self[index(after: end)...]
        )
    }
}

extension Substring {
    fileprivate var trimmingSuffixBlanks: Substring {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

extension ImageBuildStep {
    /// Reads `6/15`.
    fileprivate init?(fraction: Substring, stage: String?, instruction: Substring) {
        let parts = fraction.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), let total = Int(parts[1]), number >= 1, number <= total
        else {
            return nil
        }
        let instruction = String(instruction.drop { $0 == " " })
        self.init(number: number, total: total, stage: stage, instruction: instruction)
    }
}
