internal import AzureMLSupport

extension YAMLScalar {
    private static let truthValues: [String: Bool] = [
        "y": true, "Y": true, "yes": true, "Yes": true, "YES": true, "on": true, "On": true, "ON": true,
        "n": false, "N": false, "no": false, "No": false, "NO": false, "off": false, "Off": false, "OFF": false,
    ]

    /// Resolves a plain scalar by the rules of a version of YAML.
    init(plain text: ArraySlice<UInt8>, version: YAMLVersion) {
        let resolved = YAMLScalar(plain: text)
        guard version == .yaml11 else {
            self = resolved
            return
        }
        let isSigned = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
        let unsigned = isSigned ? text.dropFirst() : text
        if text.count <= 3, let truth = Self.truthValues[String(decoding: text, as: UTF8.self)] {
            self = .bool(truth)
        } else if let number = Self.yaml11Number(unsigned, sign: text.first == UInt8(ascii: "-") ? -1 : 1) {
            self = .number(number)
        } else if Self.isYAML12Only(unsigned, isSigned: isSigned, resolved) {
            self = .string
        } else {
            self = resolved
        }
    }

    /// Whether this is a number only in YAML 1.2, such as `0o17`, `08` and `-.5`.
    private static func isYAML12Only(
        _ unsigned: ArraySlice<UInt8>,
        isSigned: Bool,
        _ resolved: YAMLScalar
    ) -> Bool {
        switch resolved {
        case .number(.integer):
            let digits = unsigned.dropFirst().prefix(while: \.isDigitOrUnderscore)
            return unsigned.first == UInt8(ascii: "0")
                && (unsigned.dropFirst().first == UInt8(ascii: "o")
                    || digits.contains { $0 == UInt8(ascii: "8") || $0 == UInt8(ascii: "9") })
        case .number(.float(let value)):
            return value.isFinite && isSigned && unsigned.first == UInt8(ascii: ".")
        default:
            return false
        }
    }

    /// Reads octal numbers with a leading zero, and numbers in base 60 such as `1:30`, which YAML 1.2 does not have.
    private static func yaml11Number(_ unsigned: ArraySlice<UInt8>, sign: Int) -> JSONNumber? {
        guard unsigned.first?.isASCIIDigit == true else { return nil }
        let isOctal =
            unsigned.first == UInt8(ascii: "0") && unsigned.dropFirst().allSatisfy { "01234567_".utf8.contains($0) }
        if isOctal, unsigned.count > 1, let value = Int(digits(of: unsigned), radix: 8) {
            return .integer(sign * value)
        }
        if YAML11Syntax.isBase60Integer(unsigned) {
            let digits = digits(of: unsigned).split(separator: ":").compactMap { Int($0) }
            let value = digits.reduce(into: Optional(0)) { value, digit in
                let product = value?.multipliedReportingOverflow(by: 60)
                let sum = product?.partialValue.addingReportingOverflow(digit)
                value = product?.overflow == false && sum?.overflow == false ? sum?.partialValue : nil
            }
            return value.map { .integer(sign * $0) }
        }
        if YAML11Syntax.isBase60Float(unsigned) {
            let digits = digits(of: unsigned).split(separator: ":").compactMap {
                Double($0.hasSuffix(".") ? $0 + "0" : $0)
            }
            return .float(Double(sign) * digits.reduce(0) { $0 * 60 + $1 })
        }
        return nil
    }
}
