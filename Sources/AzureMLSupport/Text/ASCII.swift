/// The ASCII character classes of bytes: digits, letters, blanks.
///
/// They are inlinable because parsers in other modules call them for every byte.
extension UInt8 {
    @inlinable package static var tab: UInt8 { 0x09 }
    @inlinable package static var newline: UInt8 { 0x0A }
    @inlinable package static var carriageReturn: UInt8 { 0x0D }
    @inlinable package static var space: UInt8 { 0x20 }

    @inlinable package var isASCIIDigit: Bool { 0x30...0x39 ~= self }
    @inlinable package var isASCIILowercase: Bool { 0x61...0x7A ~= self }
    @inlinable package var isASCIIUppercase: Bool { 0x41...0x5A ~= self }
    @inlinable package var isASCIILetter: Bool { (self | 0x20).isASCIILowercase }
    @inlinable package var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
    /// Whether it is a letter, a digit or `_`.
    @inlinable package var isWordCharacter: Bool { isASCIIAlphanumeric || self == UInt8(ascii: "_") }
    /// Whether this is a hexadecimal digit in either case.
    @inlinable package var isASCIIHexDigit: Bool { isASCIIDigit || 0x61...0x66 ~= self | 0x20 }
    /// Whether this is a hexadecimal digit in lower case.
    @inlinable package var isLowercaseHexDigit: Bool { isASCIIDigit || 0x61...0x66 ~= self }
    /// Whether this is a space or a tab.
    @inlinable package var isBlank: Bool { self == .space || self == .tab }
    /// Whether this is a space, tab, line feed, vertical tab, form feed or carriage return.
    @inlinable package var isASCIIWhitespace: Bool { self == .space || 0x09...0x0D ~= self }

    /// Whether this is one of a few ASCII characters. Searching for it in the bytes of a string literal would take twenty
    /// times as long.
    @inlinable @inline(__always) package func isOne(of characters: Unicode.Scalar...) -> Bool {
        for character in characters where character.value == UInt32(self) { return true }
        return false
    }

    @inlinable package var uppercasedASCII: UInt8 { isASCIILowercase ? self - 0x20 : self }
    @inlinable package var lowercasedASCII: UInt8 { isASCIIUppercase ? self + 0x20 : self }
}

extension Collection<UInt8> {
    /// Whether this is not empty and has only ASCII letters, ASCII digits and these characters.
    package func consists(ofAlphanumericsAnd others: String) -> Bool {
        !isEmpty && allSatisfy { $0.isASCIIAlphanumeric || others.utf8.contains($0) }
    }
}
