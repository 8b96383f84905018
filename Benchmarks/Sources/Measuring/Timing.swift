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
        let clock = ContinuousClock()
        let start = clock.now
        var rounds = 0
        var elapsed = Duration.zero
        repeat {
            try round()
            rounds += 1
            elapsed = clock.now - start
        } while elapsed < .seconds(seconds)
        self.init(count: rounds * count, seconds: elapsed.seconds)
    }

    /// One line of JSON, as every program of the comparison prints it.
    package var line: String { #"{"count": \#(count), "seconds": \#(seconds)}"# }
}

extension Duration {
    package var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
