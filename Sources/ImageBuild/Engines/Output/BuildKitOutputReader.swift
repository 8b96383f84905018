/// Reads BuildKit's plain progress output, in which steps of several stages run at the same time.
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
        // A larger number would overflow a Duration.
        return seconds.flatMap { 0...1e9 ~= $0 ? $0 : nil }
    }

    /// `[2/9] RUN x` and `[stage-1 2/9] RUN x`; `[internal] load …` is not a step.
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
