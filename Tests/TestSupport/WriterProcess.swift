internal import Foundation

/// A separate process that changes a workspace and reports each change in a line: the change, its subject, and the
/// number of the round.
///
/// It is started and awaited with system calls, because Foundation's can miss the end of a process when several end at
/// the same time.
package final class WriterProcess {
    package struct Answer: Hashable {
        package var change: String
        /// The version, file or other thing that was changed.
        package var subject: String
        package var round: Int
    }

    package enum End {
        case done, killed, failed
    }

    /// A system call that failed.
    private struct Failure: Error {
        var call: String
        var errno: Int32
    }

    private let identifier: pid_t
    private let output: FileHandle
    private var text = Data()

    /// Starts a program that belongs to the tests.
    ///
    /// - Parameters:
    ///   - program: The name of its target.
    ///   - arguments: Its arguments.
    ///   - variables: The environment variables that it gets in addition to this process's own.
    /// - Throws: An error when the program cannot be started.
    package init(_ program: String, _ arguments: [String], variables: [String: String] = [:]) throws {
        let path = Self.productsFolder.appending(path: program).path
        (identifier, output) = try Self.start([path] + arguments, variables)
    }

    private static func start(
        _ arguments: [String],
        _ variables: [String: String]
    ) throws -> (pid_t, FileHandle) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw Failure(call: "pipe", errno: errno) }
        // Another process that starts at the same time must not keep the pipe open.
        for end in ends {
            guard fcntl(end, F_SETFD, FD_CLOEXEC) == 0 else { throw Failure(call: "fcntl", errno: errno) }
        }
        defer { close(ends[1]) }
        let output = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = unsafe posix_spawn_file_actions_t()
        #endif
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        var environment = ProcessInfo.processInfo.environment
        // The process that writes a backtrace would outlive the crashed one and keep the pipe open.
        environment["SWIFT_BACKTRACE"] = "enable=no"
        environment.merge(variables) { $1 }
        let variables = unsafe environment.map { unsafe strdup("\($0)=\($1)") } + [nil]
        let pointers = unsafe arguments.map { unsafe strdup($0) } + [nil]
        defer { unsafe (variables + pointers).forEach { unsafe free($0) } }
        var identifier: pid_t = 0
        let error = unsafe posix_spawn(&identifier, arguments[0], &actions, nil, pointers, variables)
        guard error == 0 else { throw Failure(call: "posix_spawn", errno: error) }
        return (identifier, output)
    }

    /// Waits until the process has reported this many changes, or has ended.
    package func awaitAnswers(_ count: Int) {
        while text.count(where: { $0 == UInt8(ascii: "\n") }) < count {
            let more = output.availableData
            if more.isEmpty { return }
            text += more
        }
    }

    package func kill() {
        Foundation.kill(identifier, SIGKILL)
    }

    /// Waits for the end of the process.
    ///
    /// - Returns: The changes that it reported, and how it ended.
    package func finish() throws -> (answers: [Answer], end: End) {
        text += try output.readToEnd() ?? Data()
        var status: Int32 = 0
        while unsafe waitpid(identifier, &status, 0) < 0 {
            guard errno == EINTR else { throw Failure(call: "waitpid", errno: errno) }
        }
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
        let answers = lines.compactMap { line -> Answer? in
            let parts = line.split(separator: " ").map(String.init)
            guard parts.count == 3, let round = Int(parts[2]) else { return nil }
            return Answer(change: parts[0], subject: parts[1], round: round)
        }
        // The low seven bits are the signal that ended it.
        return (answers, status == 0 ? .done : status & 0x7F == SIGKILL ? .killed : .failed)
    }

    /// The folder of the test program, which also contains the programs that the tests start.
    private static var productsFolder: URL {
        #if os(macOS)
        Bundle(for: WriterProcess.self).bundleURL.deletingLastPathComponent()
        #else
        Bundle.main.bundleURL
        #endif
    }
}
