/// An operator in front of a version, of conda's and of pip's.
enum VersionOperator: Sendable, Hashable {
    /// No operator at all, with which conda asks for that version.
    case none
    /// conda's `=`: that version and those that begin with it.
    case fuzzy
    case equal
    /// pip's `===`, which compares texts.
    case arbitrary
    case notEqual
    case less, lessOrEqual, greater, greaterOrEqual
    case compatible

    /// The operator that a run of operator characters is; `nil` when there is no such one.
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

    /// How versions are compared, with a wildcard at the end of the version or without; `nil` when it has no meaning
    /// there.
    func comparison(withWildcard hasWildcard: Bool) -> VersionComparison? {
        switch (self, hasWildcard) {
        case (.none, true), (.fuzzy, true), (.equal, true), (.notEqual, true): .prefix
        case (.none, false), (.equal, false), (.arbitrary, false), (.notEqual, false): .equal
        case (.fuzzy, false): .fuzzy
        case (.less, false): .less
        case (.lessOrEqual, false): .lessOrEqual
        case (.greater, false): .greater
        // conda takes no notice of the wildcard there.
        case (.greaterOrEqual, _): .greaterOrEqual
        case (.compatible, false): .compatible
        case (.less, true), (.lessOrEqual, true), (.greater, true), (.compatible, true), (.arbitrary, true): nil
        }
    }
}

extension UInt8 {
    /// A byte that operators of versions consist of.
    var isOperator: Bool {
        switch self {
        case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
