extension JSONParser {
    /// Reads the string whose opening quote is at `position`.
    mutating func string() throws(JSONError) -> JSONString {
        position += 1
        let start = position
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                defer { position += 1 }
                return JSONString(String(decoding: bytes[start..<position], as: UTF8.self))
            case UInt8(ascii: "\\"):
                return try stringWithEscapes(from: start)
            case 0..<0x20:
                throw invalidControlCharacter()
            default:
                position += 1
            }
        }
        throw invalid("the closing quote of a string is missing")
    }

    /// Text with escapes is collected as UTF-16, because the two halves of a surrogate pair are separate escapes.
    private mutating func stringWithEscapes(from start: Int) throws(JSONError) -> JSONString {
        var codeUnits: [UInt16] = []
        var plainStart = start
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                codeUnits += String(decoding: bytes[plainStart..<position], as: UTF8.self).utf16
                position += 1
                // The limit for the whole text does not see characters that are written as escapes.
                if codeUnits.count > CombiningMarks.limit,
                    CombiningMarks.firstExcess(in: Array(String(decoding: codeUnits, as: UTF16.self).utf8)[...]) != nil
                {
                    throw .tooManyMarks(at: location(at: start))
                }
                return JSONString(utf16: codeUnits)
            case UInt8(ascii: "\\"):
                codeUnits += String(decoding: bytes[plainStart..<position], as: UTF8.self).utf16
                codeUnits.append(try escape())
                plainStart = position
            case 0..<0x20:
                throw invalidControlCharacter()
            default:
                position += 1
            }
        }
        throw invalid("the closing quote of a string is missing")
    }

    private mutating func escape() throws(JSONError) -> UInt16 {
        let letter = position + 1 < bytes.count ? bytes[position + 1] : nil
        let codeUnit: UInt16
        switch letter {
        case UInt8(ascii: "u"): return try hexadecimalEscape()
        case UInt8(ascii: "\""): codeUnit = 0x22
        case UInt8(ascii: "\\"): codeUnit = 0x5C
        case UInt8(ascii: "/"): codeUnit = 0x2F
        case UInt8(ascii: "b"): codeUnit = 0x08
        case UInt8(ascii: "f"): codeUnit = 0x0C
        case UInt8(ascii: "n"): codeUnit = 0x0A
        case UInt8(ascii: "r"): codeUnit = 0x0D
        case UInt8(ascii: "t"): codeUnit = 0x09
        default: throw invalid("the backslash does not begin a JSON escape", hint: "write '\\\\' for a backslash")
        }
        position += 2
        return codeUnit
    }

    private mutating func hexadecimalEscape() throws(JSONError) -> UInt16 {
        let digits = bytes[(position + 2)...].prefix(4)
        let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard values.count == 4 else { throw invalid("'\\u' is not followed by four hexadecimal digits") }
        position += 6
        return values.reduce(0) { $0 << 4 | UInt16($1) }
    }

    private func invalidControlCharacter() -> JSONError {
        invalid("a string contains a control character", hint: "write it as an escape such as '\\n' or '\\u0007'")
    }

    /// Reads the number at `position`, and throws for anything else: no other kind of value is possible there.
    mutating func number() throws(JSONError) -> JSONValue {
        let start = position
        var end = position
        if byte(at: end) == UInt8(ascii: "-") { end += 1 }
        guard let integerEnd = endOfInteger(from: end) else { throw invalid("a JSON value is missing") }
        end = endOfExponent(from: endOfFraction(from: integerEnd))
        position = end
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        guard end == integerEnd else { return JSONValue(.number(.float(Double(text) ?? .nan))) }
        return JSONValue(.number(Int(text).map(JSONNumber.integer) ?? .largeInteger(text)))
    }

    private func byte(at offset: Int) -> UInt8? {
        offset < bytes.count ? bytes[offset] : nil
    }

    private func endOfDigits(from offset: Int) -> Int {
        bytes[min(offset, bytes.count)...].firstIndex { !$0.isASCIIDigit } ?? bytes.count
    }

    private func endOfInteger(from offset: Int) -> Int? {
        if byte(at: offset) == UInt8(ascii: "0") { return offset + 1 }
        let end = endOfDigits(from: offset)
        return end > offset ? end : nil
    }

    private func endOfFraction(from offset: Int) -> Int {
        guard byte(at: offset) == UInt8(ascii: ".") else { return offset }
        let end = endOfDigits(from: offset + 1)
        return end > offset + 1 ? end : offset
    }

    private func endOfExponent(from offset: Int) -> Int {
        guard byte(at: offset) == UInt8(ascii: "e") || byte(at: offset) == UInt8(ascii: "E") else { return offset }
        let signed = byte(at: offset + 1) == UInt8(ascii: "+") || byte(at: offset + 1) == UInt8(ascii: "-")
        let digits = offset + (signed ? 2 : 1)
        let end = endOfDigits(from: digits)
        return end > digits ? end : offset
    }
}
