internal import AzureMLSupport

/// The lines that a program writes, as it writes them; they can be read only once.
///
/// A line ends at a line feed, which is not part of it; nor is a carriage return before the line feed. Bytes that are
/// not UTF-8 are replaced by U+FFFD.
package struct CommandLines: AsyncSequence {
    /// The maximum number of bytes in a line. A longer line comes in parts, so that a program that writes no line feeds
    /// does not fill the memory.
    package static let maximumLineLength = 65_536

    private let undivided: [[UInt8]]
    private let nextChunk: () async throws -> [UInt8]?

    /// - Parameters:
    ///   - undivided: Texts that are never split between two parts of a line, if they have at most half the length of
    ///     a part.
    ///   - nextChunk: Returns the next bytes of the output; `nil` at the end.
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
        /// The position at which to continue the search for a line feed.
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
            if searched - position > CommandLines.maximumLineLength {
                return take(upTo: boundary(before: position + CommandLines.maximumLineLength), skipping: 0)
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

        /// Returns the position at which to cut a line: after a blank, which ends every address, or else between two
        /// characters, and never inside an undivided text.
        private func boundary(before limit: Int) -> Int {
            let earliest = limit - CommandLines.maximumLineLength / 2
            let blank = pending[earliest..<limit].lastIndex { $0 <= .space }
            let character = (limit - 3...limit).last { pending[$0] & 0b1100_0000 != 0b1000_0000 }
            var end = blank.map { $0 + 1 } ?? character ?? limit
            // One pass is enough: an undivided text that begins before the new cut and ends after the old one is found
            // later in this loop, because it continues past the new cut as well.
            for start in (earliest..<end).reversed() where isBeginning(pending[start..<end]) { end = start }
            return end
        }

        /// Whether an undivided text begins with these bytes and continues after them.
        private func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
            undivided.contains { $0.count > bytes.count && $0.starts(with: bytes) }
        }
    }
}
