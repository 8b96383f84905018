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

    /// A descriptor from which the bytes can be read; the caller closes it.
    static func descriptor(reading bytes: [UInt8]) throws -> CInt {
        // What is short can be a password, which should not lie on a disk.
        try bytes.count <= pipeCapacity ? pipe(holding: bytes) : file(holding: bytes)
    }

    private static func pipe(holding bytes: [UInt8]) throws -> CInt {
        let (readEnd, writeEnd) = try SystemCalls.pipe()
        defer { SystemCalls.close(writeEnd) }
        do {
            try SystemCalls.writeAll(bytes, to: writeEnd)
        } catch {
            SystemCalls.close(readEnd)
            throw error
        }
        return readEnd.descriptor
    }

    /// A file without a name, which is gone when it is closed.
    private static func file(holding bytes: [UInt8]) throws -> CInt {
        let folder = try Directory(path: ProcessContext.current[variable: "TMPDIR"] ?? "/tmp")
        let (name, file) = try folder.createTemporaryFile(prefix: Directory.hiddenTemporaryPrefix, mode: 0o600)
        do {
            try folder.remove(name)
            try file.fill(bytes, durably: false)
            try FileDescriptor(rawValue: file.descriptor).seek(offset: 0, from: .start)
        } catch {
            SystemCalls.close(file)
            throw error
        }
        return file.descriptor
    }
}
