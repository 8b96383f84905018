internal import AzureMLSupport

#if canImport(CryptoKit)
internal import CryptoKit
#endif

/// A SHA-256 hash, written as the 64 lower-case hexadecimal digits that names and records contain.
package struct ContentHash {
    private var function = SHA256()

    /// Starts the hash of an empty sequence of bytes.
    package init() {}

    /// Adds the next bytes.
    package mutating func update(_ bytes: [UInt8]) {
        function.update(data: bytes)
    }

    /// The hash of all bytes so far.
    package var hex: String { function.finalize().hexadecimal }

    package static func sha256Hex(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).hexadecimal
    }
}
