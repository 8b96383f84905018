internal import AzureMLSupport

/// The progress of a build; each reader gets all events from the first one on, however late it starts.
actor BuildProgress {
    /// The status of a build, in Azure's spelling.
    enum Status: String, Sendable {
        case queued = "Queued"
        case running = "Running"
        case succeeded = "Succeeded"
        case failed = "Failed"
        case canceled = "Canceled"
    }

    /// How a build ended.
    enum Outcome: Sendable, Hashable {
        case succeeded(EngineImage)
        case failed(ImageBuildFailure)
        case canceled

        var status: Status {
            switch self {
            case .succeeded: .succeeded
            case .failed: .failed
            case .canceled: .canceled
            }
        }
    }

    private(set) var status = Status.queued
    private(set) var outcome: Outcome?
    private var events: [ImageBuildEvent] = []
    private var budget = OutputBudget()
    private var watchers: [AsyncStream<[ImageBuildEvent]>.Continuation] = []

    /// The lines that the engine has written so far; once the budget is used up, only the first and the last ones.
    var lines: [String] { events.compactMap(\.line) + (budget.isFull ? budget.lastLines : []) }

    func begin() {
        status = .running
    }

    /// Adds events, as far as the budget allows.
    ///
    /// - Parameter newEvents: The events.
    /// - Returns: The lines that belong in the log.
    func add(_ newEvents: [ImageBuildEvent]) -> [String] {
        let kept = newEvents.flatMap { budget.admit($0) }
        events += kept
        if !kept.isEmpty {
            for watcher in watchers { watcher.yield(kept) }
        }
        return kept.compactMap(\.line)
    }

    func end(_ outcome: Outcome) {
        self.outcome = outcome
        status = outcome.status
        for watcher in watchers { watcher.finish() }
        watchers = []
    }

    /// Returns all events from the first one on, up to the end of the build, in groups: passing each one between tasks
    /// would take most of the time.
    func watch() -> AsyncStream<[ImageBuildEvent]> {
        let (stream, watcher) = AsyncStream.makeStream(of: [ImageBuildEvent].self)
        if !events.isEmpty { watcher.yield(events) }
        if outcome == nil { watchers.append(watcher) } else { watcher.finish() }
        return stream
    }
}
