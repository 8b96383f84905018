extension Array where Element: Sendable {
    /// The number of tasks that run at the same time. The runtime has a thread for each processor; more tasks than that
    /// only wait for one.
    private static var taskCount: Int { 16 }
    private static var longestChunk: Int { 64 }

    /// Calls a function with each element, several at the same time, and returns its results in the order of the
    /// elements.
    ///
    /// - Parameter transform: The function. Its first error ends the other calls.
    /// - Returns: The results.
    /// - Throws: Any error that the function throws; `CancellationError` when the task is cancelled.
    func concurrentMap<Result: Sendable>(
        _ transform: @escaping @Sendable (Element) throws -> Result
    ) async throws -> [Result] {
        let length = Swift.max(1, Swift.min(Self.longestChunk, count / Self.taskCount))
        let chunks = stride(from: 0, to: count, by: length).map { self[$0..<Swift.min($0 + length, count)] }
        try Task.checkCancellation()
        guard chunks.count > 1 else { return try chunks.flatMap { try $0.map(transform) } }
        return try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
            var results: [[Result]] = Array<[Result]>(repeating: [], count: chunks.count)
            for (position, chunk) in chunks.enumerated() {
                if position >= Self.taskCount, let (done, values) = try await group.next() { results[done] = values }
                group.addTask {
                    (
                        position,
                        try chunk.map { element in
                            try Task.checkCancellation()
                            return try transform(element)
                        }
                    )
                }
            }
            for try await (done, values) in group { results[done] = values }
            return results.flatMap(\.self)
        }
    }
}
