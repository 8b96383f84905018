internal import AzureMLSupport
internal import AzureMLSystem

/// Encodes a name as a file name that is valid on every file system, and that no other name gets, even where letter
/// case is ignored.
package enum EncodedName {
    private static let longest = 120
    private static let keptOfLong = 80

    package static func encode(_ name: DocumentName) -> String {
        let bytes = Array(name.text.utf8)
        var encoded: [UInt8] = []
        for (position, byte) in bytes.enumerated() {
            let isInnerDot = byte == UInt8(ascii: ".") && position > 0 && position < bytes.count - 1
            if isPlain(byte) || isInnerDot {
                encoded.append(byte)
            } else {
                encoded += escape(byte)
            }
        }
        if isDeviceName(encoded.prefix { $0 != UInt8(ascii: ".") }) {
            encoded.replaceSubrange(0..<1, with: escape(encoded[0]))
        }
        let text = String(decoding: encoded, as: UTF8.self)
        if encoded.count > longest {
            return String(decoding: encoded.prefix(keptOfLong), as: UTF8.self) + "~" + hash(bytes, digits: 32)
        }
        // Two names that differ in letter case only would be the same file on a case-insensitive file system.
        let isLowerCase = !encoded.contains(where: \.isASCIIUppercase)
        return isLowerCase ? text : text + "~" + hash(bytes, digits: 8)
    }

    /// Returns the name of a version's folder.
    static func encode(version: String) throws -> String {
        encode(try DocumentName(version, kind: "version"))
    }

    private static func hash(_ bytes: [UInt8], digits: Int) -> String {
        String(ContentHash.sha256Hex(bytes).prefix(digits))
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    private static func escape(_ byte: UInt8) -> [UInt8] {
        Array("%\(byte.hexadecimal(digits: 2))".utf8)
    }

    /// Whether Windows reserves the name for a device, whatever its extension.
    private static func isDeviceName(_ stem: ArraySlice<UInt8>) -> Bool {
        let stem = String(decoding: stem, as: UTF8.self).lowercased()
        if ["con", "prn", "aux", "nul"].contains(stem) { return true }
        guard stem.hasPrefix("com") || stem.hasPrefix("lpt") else { return false }
        return stem.utf8.count == 4 && stem.utf8.last?.isASCIIDigit == true
    }
}
