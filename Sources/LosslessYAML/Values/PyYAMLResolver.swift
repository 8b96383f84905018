internal import AzureMLSupport

/// PyYAML's implicit resolver, which decides the meaning of a plain scalar for readers of YAML 1.1.
///
/// Source: `yaml/resolver.py` of PyYAML 6.
enum PyYAMLResolver {
    private static let words: Set<String> = [
        "yes", "Yes", "YES", "no", "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE",
        "on", "On", "ON", "off", "Off", "OFF", "~", "null", "Null", "NULL", "", "<<", "=", "!", "&", "*",
    ]

    /// Whether a plain scalar is a string rather than a Boolean, a number, a date, null, a merge key or a value key.
    static func isText(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        if first.isASCIIDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: ".")
        {
            return !isNumberOrDate(text)
        }
        return text.count > 5 || !words.contains(String(decoding: text, as: UTF8.self))
    }

    private static func isNumberOrDate(_ text: ArraySlice<UInt8>) -> Bool {
        let isSigned = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
        let unsigned = isSigned ? text.dropFirst() : text
        return isInteger(unsigned) || isFloat(unsigned, isSigned: isSigned) || YAML11Syntax.isTimestamp(text)
    }

    private static func isInteger(_ unsigned: ArraySlice<UInt8>) -> Bool {
        guard unsigned.first == UInt8(ascii: "0") else {
            return unsigned.first?.isASCIIDigit == true && unsigned.allSatisfy(\.isDigitOrUnderscore)
                || YAML11Syntax.isBase60Integer(unsigned)
        }
        let rest = unsigned.dropFirst()
        let digits = rest.dropFirst()
        switch rest.first {
        case nil: return true
        case UInt8(ascii: "b"): return !digits.isEmpty && digits.allSatisfy { "01_".utf8.contains($0) }
        case UInt8(ascii: "x"):
            return !digits.isEmpty && digits.allSatisfy { $0.isASCIIHexDigit || $0 == UInt8(ascii: "_") }
        default: return rest.allSatisfy { "01234567_".utf8.contains($0) }
        }
    }

    /// Whether this is a float. An exponent needs a sign, and a point before it. No sign is allowed before a leading
    /// point, except in `-.inf`.
    private static func isFloat(_ unsigned: ArraySlice<UInt8>, isSigned: Bool) -> Bool {
        if YAML11Syntax.isBase60Float(unsigned) { return true }
        let whole = unsigned.prefix(while: \.isDigitOrUnderscore)
        guard whole.isEmpty || whole.first?.isASCIIDigit == true else { return false }
        let point = unsigned.dropFirst(whole.count)
        guard point.first == UInt8(ascii: ".") else { return false }
        let rest = point.dropFirst()
        if whole.isEmpty {
            let word = String(decoding: rest.prefix(4), as: UTF8.self)
            if ["inf", "Inf", "INF"].contains(word) { return true }
            if isSigned { return false }
            if ["nan", "NaN", "NAN"].contains(word) { return true }
            guard rest.first?.isASCIIDigit == true else { return false }
        }
        let exponent = rest.drop(while: \.isDigitOrUnderscore)
        guard let mark = exponent.first else { return true }
        let sign = exponent.dropFirst().first
        let digits = exponent.dropFirst(2)
        return mark.lowercasedASCII == UInt8(ascii: "e") && (sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+"))
            && !digits.isEmpty && digits.allSatisfy(\.isASCIIDigit)
    }
}
