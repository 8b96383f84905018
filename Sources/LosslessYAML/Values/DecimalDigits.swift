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
        for digit in digits {
            var carry = UInt64(digit.hexDigitValue ?? 0)
            for position in groups.indices {
                let value = groups[position] * UInt64(radix) + carry
                groups[position] = value % 1_000_000_000
                carry = value / 1_000_000_000
            }
            if carry > 0 { groups.append(carry) }
        }
        return groups.reversed().enumerated().map { position, group in
            let text = String(group)
            return position == 0 ? text : String(repeating: "0", count: 9 - text.count) + text
        }.joined()
    }
}
