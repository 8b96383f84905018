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
    package var hex: String { Self.hex(function.finalize()) }

    package static func sha256Hex(_ bytes: [UInt8]) -> String {
        hex(SHA256.hash(data: bytes))
    }

    private static func hex(_ digest: SHA256Digest) -> String {
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for byte in digest {
            digits.append(digit(byte >> 4))
            digits.append(digit(byte & 15))
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
