internal import AzureMLSupport
internal import AzureMLSystem

/// Encodes a name as a file name that is valid on every file system, and that no other name gets, even where letter
/// case is ignored.
package enum EncodedName {
    private static let longest = 120
    private static let keptOfLong = 80
    /// Enough digits that no two names of the same letters can be found whose hashes begin alike.
    private static let caseDigits = 32
    /// The digits in names that earlier versions of the SDK encoded; two names with equal ones can be found.
    private static let formerCaseDigits = 8

    package static func encode(_ name: DocumentName) -> String { encode(name, caseDigits: caseDigits) }

    /// Returns the names under which a name can be stored: first the one for new files and folders.
    static func forms(of name: DocumentName) -> [String] {
        let (current, former) = (encode(name), encode(name, caseDigits: formerCaseDigits))
        return current.utf8.count == former.utf8.count ? [current] : [current, former]
    }

    /// Returns the form of a name that a folder already has; without one, the form for new files and folders.
    static func encode(_ name: DocumentName, in folder: Directory) throws(FileSystemError) -> String {
        let forms = forms(of: name)
        guard forms.count > 1 else { return forms[0] }
        for form in forms where try folder.kind(form) != nil { return form }
        return forms[0]
    }

    /// Returns the names in a folder that calls find: of two forms of one name, only the one for new files and folders.
    static func found(among names: [String]) -> [String] {
        let hidden = Set(names.compactMap(formerForm))
        return hidden.isEmpty ? names : names.filter { !hidden.contains($0) }
    }

    /// Returns the form that an earlier version of the SDK gave to the name that is encoded like this; `nil` when it is
    /// the same.
    private static func formerForm(of encoded: String) -> String? {
        let end = encoded.utf8.suffix(caseDigits + 1)
        guard end.count > caseDigits, end.first == UInt8(ascii: "~"), end.dropFirst().allSatisfy(\.isLowercaseHexDigit)
        else { return nil }
        return String(encoded.dropLast(caseDigits - formerCaseDigits))
    }

    private static func encode(_ name: DocumentName, caseDigits: Int) -> String {
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
        return isLowerCase ? text : text + "~" + hash(bytes, digits: caseDigits)
    }

    /// Returns the name of a version's folder, which may not exist yet.
    static func encode(version: String, in entry: Directory) throws -> String {
        try encode(try DocumentName(version, kind: "version"), in: entry)
    }

    /// Whether a name is its own only encoded form; false when that is not certain.
    static func isOwnForm(_ name: ArraySlice<UInt8>) -> Bool {
        name.count <= longest && !name.contains(where: \.isASCIIUppercase) && name.allSatisfy(isPlain)
            && !isDeviceName(name)
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
