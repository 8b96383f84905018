internal import AzureMLSupport

/// The YAML 1.1 syntax of dates and of numbers in base 60. It is parsed without regular expressions, because each use
/// would compile one again, which takes longer than reading the whole file.
///
/// Source: the type repository of YAML 1.1, as implemented by `yaml/resolver.py` of PyYAML 6.
struct YAML11Syntax {
    private var rest: ArraySlice<UInt8>

    private init(_ text: ArraySlice<UInt8>) {
        rest = text
    }

    /// Whether this is an integer in base 60 without its sign, such as `1:30` or `190:20:30`.
    static func isBase60Integer(_ unsigned: ArraySlice<UInt8>) -> Bool {
        var syntax = YAML11Syntax(unsigned)
        return unsigned.first != UInt8(ascii: "0") && syntax.skipBase60() && syntax.rest.isEmpty
    }

    /// Whether this is a float in base 60 without its sign, such as `1:30.` or `190:20:30.15`.
    static func isBase60Float(_ unsigned: ArraySlice<UInt8>) -> Bool {
        var syntax = YAML11Syntax(unsigned)
        guard syntax.skipBase60(), syntax.skip(".") else { return false }
        return syntax.rest.allSatisfy(\.isDigitOrUnderscore)
    }

    /// Whether this is a date such as `2020-01-31`, or a date and a time such as `2020-1-31 1:00:00.5 +01:00`.
    static func isTimestamp(_ text: ArraySlice<UInt8>) -> Bool {
        isDate(text) || isDateAndTime(text)
    }

    private static func isDate(_ text: ArraySlice<UInt8>) -> Bool {
        var syntax = YAML11Syntax(text)
        return syntax.skipDigits(4...4) && syntax.skip("-") && syntax.skipDigits(2...2) && syntax.skip("-")
            && syntax.skipDigits(2...2) && syntax.rest.isEmpty
    }

    private static func isDateAndTime(_ text: ArraySlice<UInt8>) -> Bool {
        var syntax = YAML11Syntax(text)
        guard syntax.skipDigits(4...4), syntax.skip("-"), syntax.skipDigits(1...2), syntax.skip("-"),
            syntax.skipDigits(1...2), syntax.skip("T") || syntax.skip("t") || syntax.skipBlanks(),
            syntax.skipDigits(1...2), syntax.skip(":"), syntax.skipDigits(2...2), syntax.skip(":"),
            syntax.skipDigits(2...2)
        else { return false }
        if syntax.skip(".") { syntax.rest = syntax.rest.drop(while: \.isASCIIDigit) }
        guard !syntax.rest.isEmpty else { return true }
        _ = syntax.skipBlanks()
        return syntax.skipTimeZone() && syntax.rest.isEmpty
    }

    private mutating func skipTimeZone() -> Bool {
        if skip("Z") { return true }
        guard skip("+") || skip("-"), skipDigits(1...2) else { return false }
        return skip(":") ? skipDigits(2...2) : true
    }

    /// Skips digits, and then groups of at most 59, each after a colon.
    private mutating func skipBase60() -> Bool {
        guard rest.first?.isASCIIDigit == true else { return false }
        rest = rest.drop(while: \.isDigitOrUnderscore)
        guard rest.first == UInt8(ascii: ":") else { return false }
        while skip(":") {
            guard let first = rest.popFirst(), first.isASCIIDigit else { return false }
            if first < UInt8(ascii: "6"), rest.first?.isASCIIDigit == true { rest.removeFirst() }
        }
        return true
    }

    private mutating func skip(_ byte: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: byte) else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func skipBlanks() -> Bool {
        let blanks = rest.prefix(while: \.isBlank)
        rest = rest.dropFirst(blanks.count)
        return !blanks.isEmpty
    }

    /// Skips digits, and returns whether their number is allowed.
    private mutating func skipDigits(_ counts: ClosedRange<Int>) -> Bool {
        let digits = rest.prefix(counts.upperBound).prefix(while: \.isASCIIDigit)
        rest = rest.dropFirst(digits.count)
        return counts.contains(digits.count)
    }
}

extension UInt8 {
    /// Whether this is a digit, or an underscore, which YAML 1.1 allows between digits.
    var isDigitOrUnderscore: Bool { isASCIIDigit || self == UInt8(ascii: "_") }
}
