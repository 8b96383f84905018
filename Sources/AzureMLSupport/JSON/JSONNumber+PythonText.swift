extension JSONNumber {
    /// The number as Python's `json.dumps` spells it.
    var pythonText: String {
        switch self {
        case .integer(let value): String(value)
        case .largeInteger(let digits): digits
        case .float(let value): value.pythonRepresentation
        }
    }
}

extension Double {
    /// The number as Python's `repr` spells it: the shortest digits that parse back to the same value, in scientific
    /// notation below 1e-4 and from 1e16.
    package var pythonRepresentation: String {
        if isNaN { return "NaN" }
        let sign = self.sign == .minus ? "-" : ""
        if isInfinite { return sign + "Infinity" }
        let (digits, pointPosition) = shortestDecimal
        return sign
            + ((-3...16).contains(pointPosition)
                ? Self.positional(digits, pointPosition: pointPosition)
                : Self.scientific(digits, exponent: pointPosition - 1))
    }

    /// The shortest decimal digits, and how many of them come before the decimal point.
    private var shortestDecimal: (digits: String, pointPosition: Int) {
        let parts = magnitude.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".")
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let allDigits = mantissa.joined()
        let withoutLeadingZeros = allDigits.drop { $0 == "0" }
        guard !withoutLeadingZeros.isEmpty else { return ("0", 1) }
        var digits = String(withoutLeadingZeros)
        while digits.hasSuffix("0") { digits.removeLast() }
        let leadingZeros = allDigits.count - withoutLeadingZeros.count
        return (digits, mantissa[0].count + exponent - leadingZeros)
    }

    private static func positional(_ digits: String, pointPosition: Int) -> String {
        if pointPosition <= 0 { return "0." + String(repeating: "0", count: -pointPosition) + digits }
        if digits.count <= pointPosition {
            return digits + String(repeating: "0", count: pointPosition - digits.count) + ".0"
        }
        return "\(digits.prefix(pointPosition)).\(digits.dropFirst(pointPosition))"
    }

    private static func scientific(_ digits: String, exponent: Int) -> String {
        let fraction = digits.count > 1 ? ".\(digits.dropFirst())" : ""
        let exponentDigits = String(exponent.magnitude)
        let padding = exponentDigits.count < 2 ? "0" : ""
        return "\(digits.prefix(1))\(fraction)e\(exponent < 0 ? "-" : "+")\(padding)\(exponentDigits)"
    }
}
