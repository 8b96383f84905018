/// The classes of ASCII over bytes: what a grammar calls a digit, a letter or a blank.
///
/// Inlinable, because the readers of other modules ask for every byte.
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
    /// A hexadecimal digit in either case.
    @inlinable package var isASCIIHexDigit: Bool { isASCIIDigit || 0x61...0x66 ~= self | 0x20 }
    /// A hexadecimal digit in lower case.
    @inlinable package var isLowercaseHexDigit: Bool { isASCIIDigit || 0x61...0x66 ~= self }
    /// A space or a tab.
    @inlinable package var isBlank: Bool { self == .space || self == .tab }
    /// A space, or one of the control characters that move to another place: tab, line feed, vertical tab, form feed,
    /// carriage return.
    @inlinable package var isASCIIWhitespace: Bool { self == .space || 0x09...0x0D ~= self }

    @inlinable package var uppercasedASCII: UInt8 { isASCIILowercase ? self - 0x20 : self }
    @inlinable package var lowercasedASCII: UInt8 { isASCIIUppercase ? self + 0x20 : self }
}
