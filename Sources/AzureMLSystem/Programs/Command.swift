internal import AzureMLSupport

/// A program to run, with everything that it is given.
///
/// Arguments go to the program as they are; no shell reads them.
package struct Command: Sendable {
    /// A name, looked up in the absolute folders of `PATH`, or a path.
    package var program: String
    package var arguments: [String]
    /// What differs from this process's own environment variables; `nil` removes a variable.
    package var variables: [String: String?] = [:]
    /// The folder that it runs in; `nil` for this process's own.
    package var workingDirectory: String?
    /// What it reads from its standard input, whether it reads all of it or nothing.
    package var standardInput: [UInt8] = []
    /// How long it may run; `nil` for as long as it takes.
    package var timeLimit: Duration?
    /// How long it and what it started have to end by themselves, before they are killed.
    package var graceTime: Duration = .seconds(5)
    /// What tells it and what it started to end.
    package var ending = Ending.terminate

    package init(_ program: String, _ arguments: [String] = []) {
        self.program = program
        self.arguments = arguments
    }

    /// Whether the program is a path, and no name.
    var isPath: Bool { program.utf8.contains(UInt8(ascii: "/")) }

    /// The program as another program finds it, too: a path is made absolute.
    package var absoluteProgram: String {
        isPath ? ProcessContext.current.absolutePath(program) : program
    }

    /// How a program is told to end.
    package enum Ending: Sendable, Hashable {
        /// By SIGTERM, once.
        case terminate
        /// By SIGHUP, again and again: for a program that ignores it but when it can clean up.
        case hangUpRepeatedly
    }

    /// How a program ended.
    package enum ExitStatus: Sendable, Hashable, CustomStringConvertible {
        case exited(Int32)
        case killed(signal: Int32)

        package var isSuccess: Bool { self == .exited(0) }

        /// What follows the name of the program in a sentence.
        package var description: String {
            switch self {
            case .exited(let code): "ended with the exit code \(code)"
            case .killed(let signal): "was ended by the signal \(signal)"
            }
        }
    }

    /// What a program that ended has written.
    package struct Output: Sendable, Hashable {
        package var status: ExitStatus
        package var standardOutput: [UInt8]
        package var standardError: [UInt8]
    }
}

extension Command {
    /// The system ends every text at a zero byte, and the name of a variable at `=`.
    func refuseInvalidTexts() throws(CommandError) {
        var texts = [program] + arguments
        if let workingDirectory { texts.append(workingDirectory) }
        for (name, value) in variables {
            guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "=")) else {
                throw CommandError(program, .invalidText(name))
            }
            texts += [name, value ?? ""]
        }
        for text in texts where text.utf8.contains(0) { throw CommandError(program, .invalidText(text)) }
    }
}
