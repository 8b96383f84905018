/// The decimal digits of integers that do not fit in a machine word.
enum DecimalDigits {
    /// Returns the decimal digits of an unsigned integer, without leading zeros.
    static func ofInteger(_ digits: String, radix: Int) -> String {
        if radix == 10 {
            let significant = digits.drop { $0 == "0" }
            return significant.isEmpty ? "0" : String(significant)
        }
        // Groups of nine decimal digits, the least significant first.
        var groups: [UInt64] = [0]
        var (value, scale): (UInt64, UInt64) = (0, 1)
        for digit in digits.utf8 {
            value = value * UInt64(radix) + UInt64(Character(Unicode.Scalar(digit)).hexDigitValue ?? 0)
            scale *= UInt64(radix)
            // As many digits at once as the product of a group and the scale leaves room for.
            guard scale > maximumScale / UInt64(radix) else { continue }
            multiply(&groups, by: scale, adding: value)
            (value, scale) = (0, 1)
        }
        multiply(&groups, by: scale, adding: value)
        return groups.reversed().enumerated().map { position, group in
            let text = String(group)
            return position == 0 ? text : String(repeating: "0", count: 9 - text.count) + text
        }.joined()
    }

    /// The greatest factor by which a group of nine digits can be multiplied.
    private static let maximumScale: UInt64 = 1 << 32

    private static func multiply(_ groups: inout [UInt64], by factor: UInt64, adding summand: UInt64) {
        var carry = summand
        for position in groups.indices {
            let value = groups[position] * factor + carry
            groups[position] = value % 1_000_000_000
            carry = value / 1_000_000_000
        }
        while carry > 0 {
            groups.append(carry % 1_000_000_000)
            carry /= 1_000_000_000
        }
    }
}
