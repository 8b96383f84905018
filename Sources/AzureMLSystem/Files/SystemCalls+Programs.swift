#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// What running programs needs besides what swift-subprocess does.
extension SystemCalls {
    /// Two ends of a pipe, of which no program that anybody starts meanwhile gets one.
    static func pipe() throws(FileSystemError) -> (readEnd: Handle, writeEnd: Handle) {
        let path = "pipe"
        var ends: [Int32] = [-1, -1]
        #if canImport(Darwin)
        _ = try check(.createFile, path) { unsafe Darwin.pipe(&ends) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #else
        // The system's `pipe2` is not visible here, and two calls would leave a moment in between.
        #if canImport(Glibc)
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        #else
        let kind = SOCK_STREAM | SOCK_CLOEXEC
        #endif
        _ = try check(.createFile, path) { unsafe socketpair(AF_UNIX, kind, 0, &ends) }
        #endif
        return (Handle(descriptor: ends[0], path: path), Handle(descriptor: ends[1], path: path))
    }

    /// Whether a program that this process started has ended, be it that nobody asked yet how.
    static func hasEnded(process: Int32) -> Bool {
        var answer = unsafe siginfo_t()
        let result = unsafe waitid(P_PID, id_t(bitPattern: process), &answer, WEXITED | WNOHANG | WNOWAIT)
        return unsafe result != 0 || answer.si_signo == SIGCHLD
    }

    static var userNumber: UInt32 { geteuid() }
}
