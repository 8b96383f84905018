import Foundation
import Testing

/// A separate process that changes a workspace.
///
/// It is started and awaited with system calls, because Foundation's can miss the end of a process when several end at
/// the same time.
final class WriterProcess {
    enum Work: String {
        case add, all, label, remove
    }

    struct Answer: Hashable {
        var change: String
        var version: String
        var round: Int
    }

    enum End {
        case done, killed, failed
    }

    private let identifier: pid_t
    private let output: FileHandle
    private var text = Data()

    init(_ workspace: String, _ name: String, _ work: Work, first: Int = 0, rounds: Int, lastStep: Int? = nil) throws {
        let program = Self.productsFolder.appending(path: "StoreWriter").path
        let arguments = [program, workspace, name, work.rawValue, "\(first)", "\(rounds)"]
        (identifier, output) = try Self.start(arguments + (lastStep.map { ["\($0)"] } ?? []))
    }

    private static func start(_ arguments: [String]) throws -> (pid_t, FileHandle) {
        var ends: [Int32] = [-1, -1]
        try #require(unsafe pipe(&ends) == 0)
        // Another process that starts at the same time must not keep the pipe open.
        for end in ends { try #require(fcntl(end, F_SETFD, FD_CLOEXEC) == 0) }
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
        let variables = unsafe environment.map { unsafe strdup("\($0)=\($1)") } + [nil]
        let pointers = unsafe arguments.map { unsafe strdup($0) } + [nil]
        defer { unsafe (variables + pointers).forEach { unsafe free($0) } }
        var identifier: pid_t = 0
        try #require(unsafe posix_spawn(&identifier, arguments[0], &actions, nil, pointers, variables) == 0)
        return (identifier, output)
    }

    /// Waits until the process has reported this many changes, or has ended.
    func awaitAnswers(_ count: Int) {
        while text.count(where: { $0 == UInt8(ascii: "\n") }) < count {
            let more = output.availableData
            if more.isEmpty { return }
            text += more
        }
    }

    func kill() {
        Foundation.kill(identifier, SIGKILL)
    }

    /// Waits for the end of the process.
    ///
    /// - Returns: The changes that it reported, and how it ended.
    func finish() throws -> (answers: [Answer], end: End) {
        text += try output.readToEnd() ?? Data()
        var status: Int32 = 0
        while unsafe waitpid(identifier, &status, 0) < 0 { try #require(errno == EINTR) }
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
        let answers = lines.compactMap { line -> Answer? in
            let parts = line.split(separator: " ").map(String.init)
            guard parts.count == 3, let round = Int(parts[2]) else { return nil }
            return Answer(change: parts[0], version: parts[1], round: round)
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
