/// The part of a build's output that is kept: a command that writes without end must fill neither the memory nor the disk.
struct OutputBudget: Sendable {
    /// For all lines together.
    static let bytes = 64 << 20
    /// What a line takes besides its text.
    private static let bytesOfLine = 128
    /// Many more than a Dockerfile has, since a command can write what looks like a step.
    private static let stepEvents = 100_000

    private static let rememberedLines = 200

    private var usedBytes = 0
    private var usedStepEvents = 0
    /// At least as many lines as a failure shows, the last one at the end.
    private(set) var lastLines: [String] = []

    /// Whether lines are left out from now on.
    var isFull: Bool { usedBytes >= Self.bytes }

    /// What is kept of an event: itself, nothing, or itself with a line that says that no more is kept.
    mutating func take(_ event: ImageBuildEvent) -> [ImageBuildEvent] {
        guard case .output(let line, let step) = event else {
            usedStepEvents = min(usedStepEvents + 1, Self.stepEvents + 1)
            return usedStepEvents > Self.stepEvents ? [] : [event]
        }
        lastLines.append(line)
        if lastLines.count > 2 * Self.rememberedLines { lastLines.removeFirst(Self.rememberedLines) }
        if isFull { return [] }
        usedBytes += line.utf8.count + Self.bytesOfLine
        return isFull ? [event, .output("(the output goes on, and is not kept)", step: step)] : [event]
    }
}
