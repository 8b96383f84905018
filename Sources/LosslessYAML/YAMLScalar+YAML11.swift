internal import AzureMLSupport

/// The version of YAML whose rules say what a plain scalar means.
enum YAMLVersion: Sendable {
    case yaml11, yaml12
}

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
        let string = String(decoding: text, as: UTF8.self)
        if let truth = Self.truthValues[string] {
            self = .bool(truth)
        } else if let number = Self.yaml11Number(string) {
            self = .number(number)
        } else if Self.isYAML12Only(string, resolved) {
            self = .string
        } else {
            self = resolved
        }
    }

    /// `0o17`, `08` and `-.5` are numbers for YAML 1.2 alone.
    private static func isYAML12Only(_ text: String, _ resolved: YAMLScalar) -> Bool {
        switch resolved {
        case .number(.integer): text.contains(/^[-+]?(?:0o|0[0-9_]*[89])/)
        case .number(.float(let value)): value.isFinite && text.contains(/^[-+]\./)
        default: false
        }
    }

    /// Octal numbers with a leading zero, and numbers in base 60 such as `1:30`, which YAML 1.2 does not have.
    private static func yaml11Number(_ text: String) -> JSONNumber? {
        let sign = text.hasPrefix("-") ? -1 : 1
        let unsigned = text.drop { $0 == "-" || $0 == "+" }.filter { $0 != "_" }
        if text.wholeMatch(of: /[-+]?0[0-7_]+/) != nil, let value = Int(unsigned, radix: 8) {
            return .integer(sign * value)
        }
        let parts = unsigned.split(separator: ":", omittingEmptySubsequences: false)
        if text.wholeMatch(of: /[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+/) != nil {
            let digits = parts.compactMap { Int($0) }
            let value = digits.reduce(into: Optional(0)) { value, digit in
                let product = value?.multipliedReportingOverflow(by: 60)
                let sum = product?.partialValue.addingReportingOverflow(digit)
                value = product?.overflow == false && sum?.overflow == false ? sum?.partialValue : nil
            }
            return value.map { .integer(sign * $0) }
        }
        if text.wholeMatch(of: /[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*/) != nil {
            let digits = parts.compactMap { Double($0.hasSuffix(".") ? $0 + "0" : $0) }
            return .float(Double(sign) * digits.reduce(0) { $0 * 60 + $1 })
        }
        return nil
    }
}
