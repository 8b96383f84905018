/// The classes of ASCII over bytes: what a grammar calls a digit, a letter or a blank.
extension UInt8 {
    package static let tab: UInt8 = 0x09
    package static let newline: UInt8 = 0x0A
    package static let carriageReturn: UInt8 = 0x0D
    package static let space: UInt8 = 0x20

    package var isASCIIDigit: Bool { 0x30...0x39 ~= self }
    package var isASCIILowercase: Bool { 0x61...0x7A ~= self }
    package var isASCIIUppercase: Bool { 0x41...0x5A ~= self }
    package var isASCIILetter: Bool { isASCIILowercase || isASCIIUppercase }
    package var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
    /// A hexadecimal digit in either case.
    package var isASCIIHexDigit: Bool { isASCIIDigit || 0x61...0x66 ~= self || 0x41...0x46 ~= self }
    /// A space or a tab.
    package var isBlank: Bool { self == .space || self == .tab }
    /// A space, or one of the control characters that move to another place: tab, line feed, vertical tab, form feed,
    /// carriage return.
    package var isASCIIWhitespace: Bool { self == .space || 0x09...0x0D ~= self }

    package var uppercasedASCII: UInt8 { isASCIILowercase ? self - 0x20 : self }
    package var lowercasedASCII: UInt8 { isASCIIUppercase ? self + 0x20 : self }
}
