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

extension String {
    /// `Step 1/15 : FROM x`
    var stepOfClassicDocker: ImageBuildStep? {
        guard hasPrefix("Step "), let colon = firstIndex(of: ":") else { return nil }
        return ImageBuildStep(
            fraction: self[..<colon].dropFirst(5).trimmingSuffixBlanks,
            stage: nil,
            instruction: self[index(after: colon)...]
        )
    }

    /// `STEP 1/15: FROM x`, and with several stages `[1/2] STEP 1/15: FROM x`
    var stepOfBuildah: ImageBuildStep? {
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
}

extension Substring {
    fileprivate var trimmingSuffixBlanks: Substring {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
