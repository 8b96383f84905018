#if canImport(System)
internal import System
#else
internal import SystemPackage
#endif

/// The standard input of a program, filled before the program starts.
///
/// Nobody writes while it runs: a program that ends without reading would end this process by SIGPIPE.
enum CommandInput {
    /// Every pipe takes that much at once.
    private static let pipeCapacity = 4096

    /// A descriptor from which the bytes can be read, for a caller that closes it.
    static func descriptor(reading bytes: [UInt8]) throws -> CInt {
        // What is short can be a password, which should not lie on a disk.
        try bytes.count <= pipeCapacity ? pipe(holding: bytes) : file(holding: bytes)
    }

    private static func pipe(holding bytes: [UInt8]) throws -> CInt {
        let pipe = try SystemCalls.pipe()
        try SystemCalls.writeAll(bytes, to: pipe.writeEnd)
        return pipe.readEnd.release()
    }

    /// A file without a name, which is gone when it is closed.
    private static func file(holding bytes: [UInt8]) throws -> CInt {
        let folder = try Directory(path: ProcessContext.current[variable: "TMPDIR"] ?? "/tmp")
        let temporary = try folder.createTemporaryFile(prefix: Directory.hiddenTemporaryPrefix, mode: 0o600)
        let file = try temporary.removingName(from: folder)
        try file.fill(bytes, durably: false)
        try FileDescriptor(rawValue: file.descriptor).seek(offset: 0, from: .start)
        return file.release()
    }
}
