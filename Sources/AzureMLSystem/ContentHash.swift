internal import AzureMLSupport
internal import Crypto

/// SHA-256, as the 64 lower-case hexadecimal digits that names and records hold.
package struct ContentHash {
    private var function = SHA256()

    /// Begins with no bytes.
    package init() {}

    /// Adds the bytes that follow.
    package mutating func update(_ bytes: [UInt8]) {
        function.update(data: bytes)
    }

    /// The hash of all bytes so far.
    package var hex: String { function.finalize().hexadecimal }

    package static func sha256Hex(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).hexadecimal
    }
}
