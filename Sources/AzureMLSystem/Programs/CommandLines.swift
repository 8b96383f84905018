internal import AzureMLSupport

/// The lines that a program writes, as it writes them; they can be read once.
///
/// A line ends at a line feed, which it does not hold, nor a carriage return before it. What is no UTF-8 shows as U+FFFD.
package struct CommandLines: AsyncSequence {
    /// A longer line comes in parts, so that a program without line feeds fills no memory.
    package static let longestLine = 65_536

    private let undivided: [[UInt8]]
    private let nextChunk: () async throws -> [UInt8]?

    /// - Parameters:
    ///   - undivided: Texts that stay in one part if they are no longer than half of one.
    ///   - nextChunk: Gives what is written next; `nil` at the end.
    package init(undivided: [[UInt8]] = [], nextChunk: @escaping () async throws -> [UInt8]?) {
        self.undivided = undivided
        self.nextChunk = nextChunk
    }

    package func makeAsyncIterator() -> Iterator {
        Iterator(undivided: undivided, nextChunk: nextChunk)
    }

    package struct Iterator: AsyncIteratorProtocol {
        private let undivided: [[UInt8]]
        private let nextChunk: () async throws -> [UInt8]?
        private var pending: [UInt8] = []
        private var position = 0
        /// Where to go on looking for a line feed.
        private var searched = 0
        private var isAtEnd = false

        fileprivate init(undivided: [[UInt8]], nextChunk: @escaping () async throws -> [UInt8]?) {
            self.undivided = undivided
            self.nextChunk = nextChunk
        }

        package mutating func next() async throws -> String? {
            while true {
                if let line = takeLine() { return line }
                guard !isAtEnd else { return takeRest() }
                if let chunk = try await nextChunk() {
                    pending.removeFirst(position)
                    searched -= position
                    position = 0
                    pending += chunk
                } else {
                    isAtEnd = true
                }
            }
        }

        private mutating func takeLine() -> String? {
            let lineFeed = pending[searched...].firstIndex(of: .newline)
            searched = lineFeed ?? pending.count
            if searched - position > CommandLines.longestLine {
                return take(upTo: boundary(before: position + CommandLines.longestLine), skipping: 0)
            }
            return lineFeed.map { take(upTo: $0, skipping: 1) }
        }

        private mutating func takeRest() -> String? {
            position < pending.count ? take(upTo: pending.count, skipping: 0) : nil
        }

        private mutating func take(upTo end: Int, skipping terminator: Int) -> String {
            var line = pending[position..<end]
            if terminator > 0, line.last == .carriageReturn { line.removeLast() }
            position = end + terminator
            searched = Swift.max(searched, position)
            return String(decoding: line, as: UTF8.self)
        }

        /// Where a line can be cut: behind a blank, which ends every address, else between characters; and not inside a
        /// text that stays whole.
        private func boundary(before limit: Int) -> Int {
            let earliest = limit - CommandLines.longestLine / 2
            let blank = pending[earliest..<limit].lastIndex { $0 <= .space }
            let character = (limit - 3...limit).last { pending[$0] & 0b1100_0000 != 0b1000_0000 }
            var end = blank.map { $0 + 1 } ?? character ?? limit
            // A text that begins further ahead and goes on behind the first cut goes on behind the new one as well.
            for start in (earliest..<end).reversed() where isBeginning(pending[start..<end]) { end = start }
            return end
        }

        /// Whether these bytes begin a text that goes on behind them.
        private func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
            undivided.contains { $0.count > bytes.count && $0.starts(with: bytes) }
        }
    }
}
