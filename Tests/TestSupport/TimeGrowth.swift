import Foundation

/// The processor time that the uses of two texts of one shape take, the second of which is four times as large.
package struct TimeGrowth: CustomStringConvertible {
    private let small: Duration
    private let large: Duration

    /// - Parameters:
    ///   - size: The size of the smaller text in bytes.
    ///   - text: Makes a text of about a size.
    ///   - use: Uses the text, on the calling thread.
    package init<Text>(from size: Int = 250_000, text: (Int) throws -> Text, use: (Text) throws -> Void) rethrows {
        small = try Self.time(of: use, text(size))
        large = try Self.time(of: use, text(4 * size))
    }

    /// Whether the time grows as the size. A quadratic search takes sixteen times as long; less than a tenth of a
    /// second is too little to compare.
    package var isLinear: Bool { large < max(small, .milliseconds(100)) * 8 }

    package var description: String { "\(small) and \(large)" }

    /// The time of this thread alone, which other tests and programs do not lengthen.
    private static func time<Text>(of use: (Text) throws -> Void, _ text: Text) rethrows -> Duration {
        let start = threadTime()
        try use(text)
        return threadTime() - start
    }

    private static func threadTime() -> Duration {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
