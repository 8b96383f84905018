/// An operator before a version, in conda or pip.
enum VersionOperator: Sendable, Hashable {
    /// No operator, with which conda matches only that version.
    case none
    /// conda's `=`: that version and versions that begin with it.
    case fuzzy
    case equal
    /// pip's `===`, which compares texts.
    case arbitrary
    case notEqual
    case less, lessOrEqual, greater, greaterOrEqual
    case compatible

    /// Reads a run of operator characters; `nil` when there is no such operator.
    init?(_ bytes: ArraySlice<UInt8>) {
        let equals = UInt8(ascii: "=")
        switch bytes.count {
        case 0: self = .none
        case 1:
            switch bytes.first {
            case equals: self = .fuzzy
            case UInt8(ascii: "<"): self = .less
            case UInt8(ascii: ">"): self = .greater
            default: return nil
            }
        case 2 where bytes.last == equals:
            switch bytes.first {
            case equals: self = .equal
            case UInt8(ascii: "!"): self = .notEqual
            case UInt8(ascii: "<"): self = .lessOrEqual
            case UInt8(ascii: ">"): self = .greaterOrEqual
            case UInt8(ascii: "~"): self = .compatible
            default: return nil
            }
        case 3 where bytes.allSatisfy { $0 == equals }: self = .arbitrary
        default: return nil
        }
    }

    /// Returns how versions are compared, with or without a wildcard at the end of the version; `nil` when the wildcard
    /// has no meaning.
    func comparison(withWildcard hasWildcard: Bool) -> VersionComparison? {
        switch (self, hasWildcard) {
        case (.none, true), (.fuzzy, true), (.equal, true), (.notEqual, true): .prefix
        case (.none, false), (.equal, false), (.arbitrary, false), (.notEqual, false): .equal
        case (.fuzzy, false): .fuzzy
        case (.less, false): .less
        case (.lessOrEqual, false): .lessOrEqual
        case (.greater, false): .greater
        // conda ignores the wildcard here.
        case (.greaterOrEqual, _): .greaterOrEqual
        case (.compatible, false): .compatible
        case (.less, true), (.lessOrEqual, true), (.greater, true), (.compatible, true), (.arbitrary, true): nil
        }
    }
}

extension UInt8 {
    /// Whether this is a character of version operators.
    var isOperator: Bool {
        switch self {
        case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
