#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

extension SystemCalls {
    /// An open file or folder with its path for messages, closed when the value is destroyed.
    ///
    /// Closing it also releases its lock. Swift can destroy a value right after its last use, so work that needs the
    /// lock has to run inside `withExtendedLifetime`.
    struct Handle: ~Copyable, Sendable {
        private let owner: Descriptor
        let path: String

        init(owning descriptor: Int32, path: String) {
            owner = Descriptor(owning: descriptor)
            self.path = path
        }

        var descriptor: Int32 { owner.number }

        /// Returns the path for messages of an entry of this folder.
        func path(of name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }

        /// Hands the descriptor over to code that closes it.
        consuming func release() -> Int32 { owner.release() }
    }

    /// A file descriptor that is closed when the value is destroyed.
    struct Descriptor: ~Copyable, Sendable {
        let number: Int32

        init(owning number: Int32) {
            self.number = number
        }

        deinit {
            #if canImport(Glibc)
            _ = Glibc.close(number)
            #elseif canImport(Musl)
            _ = Musl.close(number)
            #else
            _ = Darwin.close(number)
            #endif
        }

        /// Hands the descriptor over to code that closes it.
        consuming func release() -> Int32 {
            let number = number
            discard self
            return number
        }
    }
}

extension SystemCalls.Handle {
    /// Writes bytes after those written before.
    func fill(_ bytes: [UInt8], durably: Bool) throws(FileSystemError) {
        try FileOperation.announce(.write, path)
        try SystemCalls.writeAll(bytes, to: self)
        if durably { try synchronize() }
    }

    /// Writes content that is produced piece by piece, and saves it to disk.
    func fill(_ makeContent: (_ write: ([UInt8]) throws -> Void) throws -> Void) throws {
        try makeContent { bytes in try fill(bytes, durably: false) }
        try synchronize()
    }

    func synchronize() throws(FileSystemError) {
        try FileOperation.announce(.synchronize, path)
        try SystemCalls.synchronize(self)
    }
}
