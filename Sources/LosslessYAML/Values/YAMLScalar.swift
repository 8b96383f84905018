package import AzureMLSupport

/// The meaning of a scalar.
package enum YAMLScalar: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string
    /// A date, with or without a time; azureml-core cannot send it.
    case timestamp
}

extension YAMLScalar {
    /// Resolves a plain scalar as azureml-core's ruamel does: by the YAML 1.2 rules with the digits of YAML 1.1.
    ///
    /// Source: `implicit_resolvers` and `construct_yaml_int` of the ruamel.yaml 0.17.16 inside azureml-core 1.61.
    package init(plain text: ArraySlice<UInt8>) {
        guard let first = text.first else {
            self = .null
            return
        }
        switch first {
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
            self = ["~", "null", "Null", "NULL"].containsBytes(of: text) ? .null : .string
        case UInt8(ascii: "t"), UInt8(ascii: "T"):
            self = ["true", "True", "TRUE"].containsBytes(of: text) ? .bool(true) : .string
        case UInt8(ascii: "f"), UInt8(ascii: "F"):
            self = ["false", "False", "FALSE"].containsBytes(of: text) ? .bool(false) : .string
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
            self = Self.number(text) ?? .string
        default:
            self = .string
        }
    }

    private static func number(_ text: ArraySlice<UInt8>) -> YAMLScalar? {
        let first = text[text.startIndex]
        let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
        let unsigned = isSigned ? text.dropFirst() : text
        let sign = first == UInt8(ascii: "-") ? "-" : ""
        if let float = specialFloat(unsigned, isSigned: isSigned, sign: sign) { return .number(.float(float)) }
        // The resolver accepts a leading '.' only in a float; a blank or letter anywhere else makes it a string.
        if first != UInt8(ascii: "."), let integer = integer(unsigned, sign: sign) { return .number(integer) }
        if isFloat(unsigned), let value = Double(sign + digits(of: unsigned)) { return .number(.float(value)) }
        return YAML11Syntax.isTimestamp(text) ? .timestamp : nil
    }

    private static func specialFloat(_ unsigned: ArraySlice<UInt8>, isSigned: Bool, sign: String) -> Double? {
        if [".inf", ".Inf", ".INF"].containsBytes(of: unsigned) { return sign.isEmpty ? .infinity : -.infinity }
        if !isSigned, [".nan", ".NaN", ".NAN"].containsBytes(of: unsigned) { return .nan }
        return nil
    }

    private static func integer(_ unsigned: ArraySlice<UInt8>, sign: String) -> JSONNumber? {
        let prefix = unsigned.prefix(2)
        if prefix.elementsEqual("0b".utf8) { return integer(unsigned.dropFirst(2), radix: 2, sign: sign) }
        if prefix.elementsEqual("0o".utf8) { return integer(unsigned.dropFirst(2), radix: 8, sign: sign) }
        if prefix.elementsEqual("0x".utf8) { return integer(unsigned.dropFirst(2), radix: 16, sign: sign) }
        return integer(unsigned, radix: 10, sign: sign)
    }

    private static func integer(_ text: ArraySlice<UInt8>, radix: Int, sign: String) -> JSONNumber? {
        let digits = digits(of: text)
        let areDigits = digits.utf8.allSatisfy { byte in
            Character(Unicode.Scalar(byte)).hexDigitValue.map { $0 < radix } ?? false
        }
        // Python does not read an integer of more digits either.
        guard !digits.isEmpty, areDigits, digits.utf8.count <= 4300 else { return nil }
        if let value = Int(sign + digits, radix: radix) { return .integer(value) }
        return .largeInteger(sign + DecimalDigits.ofInteger(digits, radix: radix))
    }

    static func digits(of text: ArraySlice<UInt8>) -> String {
        String(decoding: text.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    }

    /// Whether this is a float: `1.`, `1.5e3`, `1e3`, `.5` or `.5e+3`. After a leading point, an exponent needs a sign.
    private static func isFloat(_ unsigned: ArraySlice<UInt8>) -> Bool {
        var rest = unsigned
        let startsWithDigit = rest.first?.isASCIIDigit ?? false
        rest = rest.drop { $0.isASCIIDigit || (startsWithDigit && $0 == UInt8(ascii: "_")) }
        let hasPoint = rest.first == UInt8(ascii: ".")
        if hasPoint {
            let fraction = rest.dropFirst().prefix(while: \.isDigitOrUnderscore)
            guard startsWithDigit || fraction.contains(where: \.isASCIIDigit) else { return false }
            rest = rest.dropFirst(1 + fraction.count)
        }
        guard startsWithDigit || hasPoint else { return false }
        guard let mark = rest.first else { return hasPoint }
        guard mark.lowercasedASCII == UInt8(ascii: "e") else { return false }
        rest = rest.dropFirst()
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            rest = rest.dropFirst()
        } else if !startsWithDigit {
            return false
        }
        return !rest.isEmpty && rest.allSatisfy(\.isASCIIDigit)
    }
}

extension [StaticString] {
    fileprivate func containsBytes(of text: ArraySlice<UInt8>) -> Bool {
        contains { $0.description.utf8.elementsEqual(text) }
    }
}
