/// A number of operations, and the time that they took.
package struct Timing {
    package var count: Int
    package var seconds: Double

    package init(count: Int, seconds: Double) {
        self.count = count
        self.seconds = seconds
    }

    /// Repeats a round for about the given time, but at least once.
    ///
    /// - Parameters:
    ///   - seconds: The time in seconds.
    ///   - count: The number of operations in a round.
    ///   - round: The round.
    package init(forSeconds seconds: Double, countPerRound count: Int, _ round: () throws -> Void) rethrows {
        let start = ContinuousClock.now
        var rounds = 0
        repeat {
            try round()
            rounds += 1
        } while ContinuousClock.now - start < .seconds(seconds)
        self.init(count: rounds * count, seconds: (ContinuousClock.now - start).seconds)
    }

    /// Repeats an asynchronous round for about the given time, but at least once.
    package init(
        forSeconds seconds: Double,
        countPerRound count: Int,
        isolation: isolated (any Actor)? = #isolation,
        _ round: () async throws -> Void
    ) async rethrows {
        let start = ContinuousClock.now
        var rounds = 0
        repeat {
            try await round()
            rounds += 1
        } while ContinuousClock.now - start < .seconds(seconds)
        self.init(count: rounds * count, seconds: (ContinuousClock.now - start).seconds)
    }

    /// The line of JSON that every program of the comparison prints.
    package var line: String { #"{"count": \#(count), "seconds": \#(seconds)}"# }
}

extension Duration {
    package var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
