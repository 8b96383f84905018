internal import Subprocess

/// What a program writes to one of its outputs, until the program has ended.
///
/// What it started can live on and write into the same pipe without end: only what lies in the pipe already when the
/// program ends is still read.
struct ProgramOutput {
    /// At least what a pipe holds.
    private static let pipeCapacity = 1 << 20

    private var pieces: SubprocessOutputSequence.Iterator
    private let process: Int32
    /// How many bytes are still read; `nil` as long as the program runs.
    private var rest: Int?

    init(_ output: SubprocessOutputSequence, of process: Int32) {
        pieces = output.makeAsyncIterator()
        self.process = process
    }

    mutating func next() async throws -> [UInt8]? {
        if let rest, rest <= 0 { return nil }
        guard let buffer = try await pieces.next() else { return nil }
        let piece = unsafe buffer.withUnsafeBytes { unsafe Array($0) }
        if let known = rest {
            rest = known - piece.count
        } else if SystemCalls.hasEnded(process: process) {
            rest = Self.pipeCapacity
        }
        return piece
    }
}
