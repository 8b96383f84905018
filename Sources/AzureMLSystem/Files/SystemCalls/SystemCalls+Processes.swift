#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The system calls for processes that swift-subprocess does not offer, and this process's environment variables.
extension SystemCalls {
    /// The two ends of a pipe.
    struct Pipe: ~Copyable {
        let readEnd: Handle
        let writeEnd: Handle
    }

    /// Makes a pipe that child processes do not inherit.
    static func pipe() throws(FileSystemError) -> Pipe {
        let path = "pipe"
        var ends: [Int32] = [-1, -1]
        #if canImport(Darwin)
        _ = try check(.createFile, path) { unsafe Darwin.pipe(&ends) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #else
        // `pipe2` is not visible in Swift, and a child that starts between `pipe` and `fcntl` would inherit the pipe.
        #if canImport(Glibc)
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        #else
        let kind = SOCK_STREAM | SOCK_CLOEXEC
        #endif
        _ = try check(.createFile, path) { unsafe socketpair(AF_UNIX, kind, 0, &ends) }
        #endif
        return Pipe(readEnd: Handle(owning: ends[0], path: path), writeEnd: Handle(owning: ends[1], path: path))
    }

    /// Whether a child process has ended, even if its exit status was not collected yet.
    static func hasEnded(process: Int32) -> Bool {
        var answer = unsafe siginfo_t()
        let result = unsafe waitid(P_PID, id_t(bitPattern: process), &answer, WEXITED | WNOHANG | WNOWAIT)
        return unsafe result != 0 || answer.si_signo == SIGCHLD
    }

    /// The value of a variable of this process; `nil` when it is unset.
    static func environmentVariable(_ name: String) -> String? {
        // With either byte in the name, the system would look up a different variable.
        guard !name.utf8.contains(UInt8(ascii: "=")), !name.utf8.contains(0) else { return nil }
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }

    static var userNumber: UInt32 { geteuid() }
}
