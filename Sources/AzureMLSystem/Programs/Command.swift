internal import AzureMLSupport

/// A program to run, with its arguments, environment variables and input.
///
/// Arguments are passed to the program unchanged, without a shell.
package struct Command: Sendable {
    /// The program's path, or its name, which is looked up in the absolute folders of `PATH`.
    package var program: String
    package var arguments: [String]
    /// The changes to this process's own environment variables; `nil` removes a variable.
    package var variables: [String: String?] = [:]
    /// The working directory of the program; `nil` for this process's own.
    package var workingDirectory: String?
    /// The bytes for its standard input; it need not read all of them.
    package var standardInput: [UInt8] = []
    /// The time that it may run; `nil` for no limit.
    package var timeLimit: Duration?
    /// The time that the program and its child processes have to end by themselves before they are killed.
    package var graceTime: Duration = .seconds(5)
    /// The way in which the program and its child processes are told to end.
    package var ending = Ending.terminate

    package init(_ program: String, _ arguments: [String] = []) {
        self.program = program
        self.arguments = arguments
    }

    /// Whether the program is a path rather than a name.
    var isPath: Bool { program.utf8.contains(UInt8(ascii: "/")) }

    /// The program in a form that other programs can use: a path is made absolute.
    package var absoluteProgram: String {
        isPath ? ProcessContext.current.absolutePath(program) : program
    }

    /// The way in which a program is told to end.
    package enum Ending: Sendable, Hashable {
        /// By SIGTERM, once.
        case terminate
        /// By SIGHUP, repeatedly, for programs that handle it only while they can clean up.
        case hangUpRepeatedly
    }

    /// How a program ended.
    package enum ExitStatus: Sendable, Hashable, CustomStringConvertible {
        case exited(Int32)
        case killed(signal: Int32)

        package var isSuccess: Bool { self == .exited(0) }

        /// The part of a sentence that follows the name of the program.
        package var description: String {
            switch self {
            case .exited(let code): "ended with the exit code \(code)"
            case .killed(let signal): "was ended by the signal \(signal)"
            }
        }
    }

    /// The exit status and the output of a program that ended.
    package struct Output: Sendable, Hashable {
        package var status: ExitStatus
        package var standardOutput: [UInt8]
        package var standardError: [UInt8]
    }
}

extension Command {
    /// Throws for texts that the system would truncate: each ends at a zero byte, and the name of a variable at `=`.
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
