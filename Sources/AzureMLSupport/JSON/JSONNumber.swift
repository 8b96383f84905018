/// A JSON number as Python reads it: an integer of any size, or a floating-point number.
package enum JSONNumber: Sendable, Hashable {
    case integer(Int)
    /// The decimal digits of an integer that does not fit in `Int`, after a minus sign if it is negative.
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
