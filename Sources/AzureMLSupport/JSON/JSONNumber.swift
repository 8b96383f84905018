/// A JSON number as Python reads it: an integer without bound, or a floating-point number.
package enum JSONNumber: Sendable, Hashable {
    case integer(Int)
    /// Decimal digits, with a minus sign for a negative number, of an integer that does not fit `Int`.
    case largeInteger(String)
    case float(Double)

    package var int: Int? {
        guard case .integer(let value) = self else { return nil }
        return value
    }

    package var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .largeInteger(let digits): Double(digits)
        case .float(let value): value
        }
    }
}
