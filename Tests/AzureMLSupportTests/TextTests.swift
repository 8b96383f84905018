import AzureMLSupport
import Testing

@Suite struct TextTests {
    @Test(arguments: [("é", "e\u{301}"), ("\r\n", "\n"), ("K", "\u{212A}"), ("a", "a\u{0}")])
    func `texts with different bytes are different texts`(left: String, right: String) {
        #expect(left.exact != right.exact)
        #expect(Set([left.exact, right.exact]).count == 2)
    }

    @Test(arguments: [("", "a"), ("a", "a\u{0}"), ("z", "é"), ("e\u{301}", "é"), ("\u{FFFF}", "\u{10000}")])
    func `texts are ordered by their bytes`(first: String, second: String) {
        #expect(first.exact < second.exact)
        #expect(!(second.exact < first.exact))
    }

    @Test(arguments: ["", "12345678", "123456789", "\u{0}", "\u{0}\u{0}", "a\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}"])
    func `equal texts have the same hash, however they were made`(text: String) {
        #expect(text.exact.hashValue == text.dropFirst(0).exact.hashValue)
    }

    @Test func `numbers and bytes are written in hexadecimal`() {
        #expect(UInt32(0xA0).hexadecimal(digits: 4, uppercase: true) == "00A0")
        #expect(UInt32(0x1F600).hexadecimal(digits: 4) == "1f600")
        #expect(UInt8(0).hexadecimal(digits: 2) == "00")
        #expect([0, 9, 10, 255].hexadecimal == "00090aff")
    }

    @Test func `exactly the control, format and separating characters are escaped`() {
        let escaped: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator]
        for scalar in (UInt32(0)...0xFFFF).compactMap(Unicode.Scalar.init) {
            let text = String(scalar)
            let isEscaped = text.escapingControlCharacters != text
            #expect(
                isEscaped == escaped.contains(scalar.properties.generalCategory),
                "U+\(scalar.value.hexadecimal(digits: 4))"
            )
        }
    }

    @Test func `each byte has the same character classes as in C`() {
        for byte in UInt8.min...UInt8.max {
            let scalar = Unicode.Scalar(byte)
            let isASCII = byte < 0x80
            #expect(byte.isASCIIDigit == (isASCII && Character(scalar).isNumber))
            #expect(byte.isASCIILetter == (isASCII && scalar.properties.isAlphabetic))
            #expect(byte.isASCIIHexDigit == (isASCII && scalar.properties.isASCIIHexDigit))
            #expect(byte.isASCIIWhitespace == (isASCII && scalar.properties.isWhitespace))
            #expect(byte.isOne(of: "/", "\u{7F}") == (byte == 0x2F || byte == 0x7F))
            #expect(byte.uppercasedASCII == (byte.isASCIILowercase ? byte - 32 : byte))
            #expect(byte.lowercasedASCII == (byte.isASCIIUppercase ? byte + 32 : byte))
        }
    }
}
