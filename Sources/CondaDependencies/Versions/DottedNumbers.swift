internal import AzureMLSupport

/// Numbers between dots, such as `1.26.4`.
///
/// Nearly every version has at most four small numbers. These are stored without an array, which would make reading a
/// specification a third slower.
enum DottedNumbers: Sendable {
    /// Numbers of 16 bits each, the first in the lowest bits.
    case few(UInt64, count: UInt8)
    case many([VersionNumeral])

    init() {
        self = .few(0, count: 0)
    }

    var count: Int {
        switch self {
        case .few(_, let count): Int(count)
        case .many(let numbers): numbers.count
        }
    }

    /// The number at a position; 0 for a number that is not written.
    subscript(position: Int) -> VersionNumeral {
        switch self {
        case .few(let packed, let count):
            position < count ? .word(packed >> (16 * UInt64(position)) & 0xFFFF) : .zero
        case .many(let numbers):
            position < numbers.count ? numbers[position] : .zero
        }
    }

    mutating func append(_ number: VersionNumeral) {
        switch self {
        case .few(let packed, let count):
            if count < 4, case .word(let word) = number, word <= 0xFFFF {
                self = .few(packed | word << (16 * UInt64(count)), count: count + 1)
            } else {
                self = .many((0..<Int(count)).map { self[$0] } + [number])
            }
        case .many(var numbers):
            // Releases the stored reference first; a second reference would make each append copy the array.
            self = .init()
            numbers.append(number)
            self = .many(numbers)
        }
    }
}

extension LineCursor {
    /// Reads a number; `nil` when there are no digits.
    mutating func takeNumber() -> VersionNumeral? {
        let start = position
        var word: UInt64 = 0
        while next.isASCIIDigit {
            let (product, exceeds) = word.multipliedReportingOverflow(by: 10)
            let (sum, exceedsToo) = product.addingReportingOverflow(UInt64(next - UInt8(ascii: "0")))
            guard !exceeds, !exceedsToo else {
                _ = take(while: \.isASCIIDigit)
                return .digits(Array(bytes[start..<position].drop { $0 == UInt8(ascii: "0") }))
            }
            word = sum
            advance()
        }
        return start == position ? nil : .word(word)
    }

    /// Reads numbers between dots, up to a dot that no digit follows; `nil` when there is no number.
    mutating func takeDottedNumbers() -> DottedNumbers? {
        guard let first = takeNumber() else { return nil }
        var numbers = DottedNumbers()
        numbers.append(first)
        while next == UInt8(ascii: "."), afterNext.isASCIIDigit {
            advance()
            if let number = takeNumber() { numbers.append(number) }
        }
        return numbers
    }
}
