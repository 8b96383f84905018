internal import Subprocess

/// The bytes that a program writes to one of its outputs, until the program has ended.
///
/// Its child processes can live longer and write to the same pipe forever, so after the program has ended, only the
/// bytes that are already in the pipe are read.
struct ProgramOutput {
    /// An upper bound on the number of bytes in a pipe.
    private static let pipeCapacity = 1 << 20

    private var pieces: SubprocessOutputSequence.Iterator
    private let process: Int32
    /// The number of bytes that are still to be read; `nil` while the program runs.
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
