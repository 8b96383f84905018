/// How YAML 1.1 spells numbers to base 60 and dates. Bytes are compared by hand because a regular expression is compiled
/// anew at each use, which takes longer than reading the whole file.
///
/// Source: the type repository of YAML 1.1, as `yaml/resolver.py` of PyYAML 6 writes it.
struct YAML11Syntax {
    private var rest: ArraySlice<UInt8>

    private init(_ text: ArraySlice<UInt8>) {
        rest = text
    }

    /// `1:30`, `190:20:30`: an integer to base 60 without its sign.
    static func isBase60Integer(_ unsigned: ArraySlice<UInt8>) -> Bool {
        var syntax = YAML11Syntax(unsigned)
        return unsigned.first != UInt8(ascii: "0") && syntax.skipBase60() && syntax.rest.isEmpty
    }

    /// `1:30.`, `190:20:30.15`: a float to base 60 without its sign.
    static func isBase60Float(_ unsigned: ArraySlice<UInt8>) -> Bool {
        var syntax = YAML11Syntax(unsigned)
        guard syntax.skipBase60(), syntax.skip(".") else { return false }
        return syntax.rest.allSatisfy(\.isDigitOrUnderscore)
    }

    /// `2020-01-31`, or a date and a time such as `2020-1-31 1:00:00.5 +01:00`.
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
        if syntax.skip(".") { syntax.rest = syntax.rest.drop(while: \.isDigit) }
        guard !syntax.rest.isEmpty else { return true }
        _ = syntax.skipBlanks()
        return syntax.skipTimeZone() && syntax.rest.isEmpty
    }

    private mutating func skipTimeZone() -> Bool {
        if skip("Z") { return true }
        guard skip("+") || skip("-"), skipDigits(1...2) else { return false }
        return skip(":") ? skipDigits(2...2) : true
    }

    /// Digits, and behind them groups of at most 59, each behind a colon.
    private mutating func skipBase60() -> Bool {
        guard rest.first?.isDigit == true else { return false }
        rest = rest.drop(while: \.isDigitOrUnderscore)
        guard rest.first == UInt8(ascii: ":") else { return false }
        while skip(":") {
            guard let first = rest.popFirst(), first.isDigit else { return false }
            if first < UInt8(ascii: "6"), rest.first?.isDigit == true { rest.removeFirst() }
        }
        return true
    }

    private mutating func skip(_ byte: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: byte) else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func skipBlanks() -> Bool {
        let blanks = rest.prefix { $0 == 0x20 || $0 == 0x09 }
        rest = rest.dropFirst(blanks.count)
        return !blanks.isEmpty
    }

    /// Skips as many digits as are allowed.
    private mutating func skipDigits(_ counts: ClosedRange<Int>) -> Bool {
        let digits = rest.prefix(counts.upperBound).prefix(while: \.isDigit)
        rest = rest.dropFirst(digits.count)
        return counts.contains(digits.count)
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isDigitOrUnderscore: Bool { isDigit || self == UInt8(ascii: "_") }
}
