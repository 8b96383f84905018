internal import AzureMLSupport
internal import Subprocess

extension Command {
    /// Runs the program and collects its output.
    ///
    /// Cancelling the task ends the program and every process that it started.
    ///
    /// - Parameter limit: The maximum number of bytes that it may write to each of its two outputs.
    /// - Returns: The exit status and the output.
    /// - Throws: ``CommandError`` when the program cannot be run to completion; `CancellationError`.
    package func output(limit: Int) async throws -> Output {
        let (status, written) = try await run(error: .sequence) { execution in
            let process = execution.processIdentifier.value
            async let errors = collect(ProgramOutput(execution.standardError, of: process), limit: limit)
            let written = try await collect(ProgramOutput(execution.standardOutput, of: process), limit: limit)
            return (written, try await errors)
        }
        return Output(status: status, standardOutput: written.0, standardError: written.1)
    }

    /// Runs the program while `body` reads the lines of both its outputs, in the order in which it writes them.
    ///
    /// The program has to wait while `body` does not read its lines. Cancelling the task, or an error from `body`, ends
    /// the program and every process that it started.
    ///
    /// - Parameters:
    ///   - undivided: Texts of at most 32,768 bytes that are never split when a line is too long and comes in parts.
    ///   - body: The function that reads the lines.
    /// - Returns: The exit status, and the result of `body`.
    /// - Throws: ``CommandError`` when the program cannot be run to completion; `CancellationError`; any error that
    ///   `body` throws.
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
