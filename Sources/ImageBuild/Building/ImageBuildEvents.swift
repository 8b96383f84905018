/// The events of a build in order, from the first one on; each reader gets all of them.
public struct ImageBuildEvents: AsyncSequence, Sendable {
    let progress: BuildProgress

    /// Returns an iterator over the events; they end when the build ends.
    public func makeAsyncIterator() -> Iterator {
        Iterator(progress: progress)
    }

    /// Reads the events one by one.
    public struct Iterator: AsyncIteratorProtocol {
        let progress: BuildProgress
        private var stream: AsyncStream<[ImageBuildEvent]>.Iterator?
        private var group: [ImageBuildEvent] = []
        private var position = 0

        init(progress: BuildProgress) {
            self.progress = progress
        }

        /// The next event; `nil` when the build has ended, or the task is cancelled.
        public mutating func next() async -> ImageBuildEvent? {
            if position == group.count {
                var iterator = stream
                if iterator == nil { iterator = await progress.watch().makeAsyncIterator() }
                group = await iterator?.next(isolation: nil) ?? []
                position = 0
                stream = iterator
            }
            guard position < group.count, !Task.isCancelled else { return nil }
            defer { position += 1 }
            return group[position]
        }
    }
}

/// The lines that an engine writes in a build, as it writes them, with secrets masked; each reader gets all of them.
public struct ImageBuildLines: AsyncSequence, Sendable {
    let events: ImageBuildEvents

    /// Returns an iterator over the lines; they end when the build ends.
    public func makeAsyncIterator() -> Iterator {
        Iterator(events: events.makeAsyncIterator())
    }

    /// Reads the lines one by one.
    public struct Iterator: AsyncIteratorProtocol {
        var events: ImageBuildEvents.Iterator

        /// The next line; `nil` when the build has ended, or the task is cancelled.
        public mutating func next() async -> String? {
            while let event = await events.next() {
                if let line = event.line { return line }
            }
            return nil
        }
    }
}
