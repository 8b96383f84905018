/// How often something was done, and in what time.
package struct Timing {
    package var count: Int
    package var seconds: Double

    package init(count: Int, seconds: Double) {
        self.count = count
        self.seconds = seconds
    }

    /// Repeats a round for about as long as asked for, once at least.
    ///
    /// - Parameters:
    ///   - seconds: How long, in seconds.
    ///   - count: What one round does.
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

    /// The same for rounds that suspend.
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

    /// One line of JSON, as every program of the comparison prints it.
    package var line: String { #"{"count": \#(count), "seconds": \#(seconds)}"# }
}

extension Duration {
    package var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
