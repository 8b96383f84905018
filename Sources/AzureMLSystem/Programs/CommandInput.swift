#if canImport(System)
internal import System
#else
internal import SystemPackage
#endif

/// The standard input of a program, filled before the program starts.
///
/// Nothing is written while it runs: a program that ends without reading would then end this process by SIGPIPE.
enum CommandInput {
    /// The number of bytes that every pipe can hold.
    private static let pipeCapacity = 4096

    /// Returns a file descriptor from which the bytes can be read; the caller closes it.
    static func descriptor(reading bytes: [UInt8]) throws -> CInt {
        // A short input can be a password, which should not be written to a disk.
        try bytes.count <= pipeCapacity ? pipe(holding: bytes) : file(holding: bytes)
    }

    private static func pipe(holding bytes: [UInt8]) throws -> CInt {
        let pipe = try SystemCalls.pipe()
        try SystemCalls.writeAll(bytes, to: pipe.writeEnd)
        return pipe.readEnd.release()
    }

    /// Makes a file without a name, which disappears when it is closed.
    private static func file(holding bytes: [UInt8]) throws -> CInt {
        let folder = try Directory(path: ProcessContext.current[variable: "TMPDIR"] ?? "/tmp")
        let temporary = try folder.createTemporaryFile(prefix: Directory.hiddenTemporaryPrefix, mode: 0o600)
        let file = try temporary.removingName(from: folder)
        try file.fill(bytes, durably: false)
        try FileDescriptor(rawValue: file.descriptor).seek(offset: 0, from: .start)
        return file.release()
    }
}
