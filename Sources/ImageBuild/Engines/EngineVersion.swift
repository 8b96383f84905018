/// The version of a program: its numbers, without the suffix that a distribution adds.
struct EngineVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    let numbers: [Int]

    init(_ numbers: Int...) {
        self.numbers = numbers
    }

    /// Reads the beginning of a text such as `20.10.24+dfsg1`; `nil` when it does not begin with a number.
    init?(parsing text: String) {
        let digits = text.drop { $0 == "v" }.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        numbers = digits.split(separator: ".").prefix(3).compactMap { Int($0) }
        if numbers.isEmpty { return nil }
    }

    var description: String { numbers.map(String.init).joined(separator: ".") }

    static func < (left: Self, right: Self) -> Bool {
        left.numbers.lexicographicallyPrecedes(right.numbers)
    }
}
