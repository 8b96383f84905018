internal import AzureMLSupport
internal import Subprocess

extension Command {
    /// Runs the program and collects what it writes.
    ///
    /// Cancelling the task ends the program and all that it started.
    ///
    /// - Parameter limit: How many bytes it may write to each of its two outputs.
    /// - Returns: How it ended, and what it wrote.
    /// - Throws: ``CommandError`` when it cannot be run to its end; `CancellationError`.
    package func output(limit: Int) async throws -> Output {
        let (status, written) = try await run(error: .sequence) { execution in
            let process = execution.processIdentifier.value
            async let errors = collect(ProgramOutput(execution.standardError, of: process), limit: limit)
            let written = try await collect(ProgramOutput(execution.standardOutput, of: process), limit: limit)
            return (written, try await errors)
        }
        return Output(status: status, standardOutput: written.0, standardError: written.1)
    }

    /// Runs the program and hands over the lines of both its outputs, in the order in which it writes them.
    ///
    /// The program waits while nobody takes its lines. Cancelling the task, or leaving `body` with an error, ends the
    /// program and all that it started.
    ///
    /// - Parameters:
    ///   - undivided: Texts of at most 32,768 bytes that stay whole where a line that is too long comes in parts.
    ///   - body: Reads the lines.
    /// - Returns: How the program ended, and what `body` returned.
    /// - Throws: ``CommandError`` when it cannot be run to its end; `CancellationError`; what `body` throws.
    package func withLines<Result: Sendable>(
        undivided: [[UInt8]] = [],
        _ body: (CommandLines) async throws -> Result
    ) async throws -> (status: ExitStatus, result: Result) {
        try await run(error: .combinedWithOutput) { execution in
            var output = ProgramOutput(execution.standardOutput, of: execution.processIdentifier.value)
            return try await body(CommandLines(undivided: undivided) { try await output.next() })
        }
    }

    private func collect(_ output: ProgramOutput, limit: Int) async throws -> [UInt8] {
        var output = output
        var written: [UInt8] = []
        while let piece = try await output.next() {
            guard written.count + piece.count <= limit else {
                throw CommandError(program, .outputTooLarge(limit: limit))
            }
            written += piece
        }
        return written
    }
}
