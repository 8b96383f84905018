internal import AzureMLSupport

/// What is known of a running build; whoever looks later sees everything from the beginning.
actor BuildProgress {
    /// Azure's spellings.
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
    }

    private(set) var status = Status.queued
    private(set) var outcome: Outcome?
    private var events: [ImageBuildEvent] = []
    private var watchers: [AsyncStream<ImageBuildEvent>.Continuation] = []

    /// The lines that the engine wrote so far.
    var lines: [String] {
        events.compactMap { event in
            if case .output(let line, _) = event { line } else { nil }
        }
    }

    func begin() {
        status = .running
    }

    func add(_ newEvents: [ImageBuildEvent]) {
        events += newEvents
        for watcher in watchers {
            for event in newEvents { watcher.yield(event) }
        }
    }

    func end(_ outcome: Outcome) {
        self.outcome = outcome
        status =
            switch outcome {
            case .succeeded: .succeeded
            case .failed: .failed
            case .canceled: .canceled
            }
        for watcher in watchers { watcher.finish() }
        watchers = []
    }

    /// All events from the first one on, up to the end of the build.
    func watch() -> AsyncStream<ImageBuildEvent> {
        let (stream, watcher) = AsyncStream.makeStream(of: ImageBuildEvent.self)
        for event in events { watcher.yield(event) }
        if outcome == nil { watchers.append(watcher) } else { watcher.finish() }
        return stream
    }
}
