/// Limits how much of a build's output is kept: an endless output must fill neither the memory nor the disk.
struct OutputBudget: Sendable {
    /// The limit for all lines together.
    static let bytes = 64 << 20
    /// The memory that a line takes besides its text.
    private static let bytesOfLine = 128
    /// The limit for the events of steps, far more than a Dockerfile has: commands can print lines that look like
    /// steps.
    private static let stepEvents = 100_000

    private static let rememberedLines = 200

    private var usedBytes = 0
    private var usedStepEvents = 0
    /// The last lines in order, at least as many as a failure shows.
    private(set) var lastLines: [String] = []

    /// Whether further lines are left out.
    var isFull: Bool { usedBytes >= Self.bytes }

    /// Returns the events to keep: the event, nothing, or the event and a line that says that no more is kept.
    mutating func admit(_ event: ImageBuildEvent) -> [ImageBuildEvent] {
        guard case .output(let line, let step) = event else {
            usedStepEvents = min(usedStepEvents + 1, Self.stepEvents + 1)
            return usedStepEvents > Self.stepEvents ? [] : [event]
        }
        lastLines.append(line)
        if lastLines.count > 2 * Self.rememberedLines { lastLines.removeFirst(Self.rememberedLines) }
        if isFull { return [] }
        usedBytes += line.utf8.count + Self.bytesOfLine
        return isFull ? [event, .output("(the output continues, but is no longer kept)", step: step)] : [event]
    }
}
