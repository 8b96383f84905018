/// A `.dockerignore` pattern with `*`, `?`, `[` or a backslash, unless its only wildcard is a `**` at one end.
struct IgnoreExpression: Sendable {
    private let steps: [Step]
    /// The characters with which every path begins that matches.
    private let start: [Unicode.Scalar]
    /// The characters with which every path ends that matches.
    let end: [Unicode.Scalar]

    enum Step: Sendable {
        case scalar(Unicode.Scalar)
        /// `?`: one character of a name.
        case anyInName
        /// `*`: any number of characters of a name.
        case restOfName
        /// `**` at the end: anything, slashes included, but no line break, as in Docker's regular expressions.
        case anything
        /// `**` elsewhere: nothing, or anything but a line break up to a slash.
        case folders
        case oneOf(ScalarSet, isNegated: Bool)

        /// The only character that leads to the next step, if there is only one.
        var scalar: Unicode.Scalar? {
            guard case .scalar(let scalar) = self else { return nil }
            return scalar
        }

        /// Whether a character leads to the next step.
        func takes(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .scalar(let wanted): scalar == wanted
            case .anyInName: scalar != "/"
            case .oneOf(let set, let isNegated): set.contains(scalar) != isNegated
            case .restOfName, .anything, .folders: false
            }
        }

        /// Whether the step can continue after a character.
        func staysAt(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .restOfName: scalar != "/"
            case .anything: scalar != "\n"
            case .scalar, .anyInName, .folders, .oneOf: false
            }
        }
    }

    init(_ pattern: [Unicode.Scalar]) throws(IgnorePattern.Flaw) {
        var reader = Reader(pattern)
        steps = try reader.steps()
        start = steps.prefix { $0.scalar != nil }.compactMap(\.scalar)
        end = steps.reversed().prefix { $0.scalar != nil }.compactMap(\.scalar).reversed()
    }

    /// The characters after `**/*`, if the expression consists of these and no other folder.
    var onlyNameEnd: [Unicode.Scalar]? {
        guard end.count + 2 == steps.count, case .folders = steps[0], case .restOfName = steps[1], !end.contains("/")
        else {
            return nil
        }
        return end
    }

    /// Whether a path matches.
    ///
    /// - Parameters:
    ///   - path: The characters of the path.
    ///   - search: The memory of the search, which also counts the steps that were looked at.
    /// - Returns: Whether the path matches.
    func matches(_ path: [Unicode.Scalar], _ search: inout IgnoreSearch) -> Bool {
        guard path.starts(with: start), path.suffix(end.count).elementsEqual(end) else { return false }
        return search.finds(steps, in: path)
    }

    /// Whether a path below a folder can match.
    ///
    /// - Parameters:
    ///   - folder: The characters of the folder's path and of the slash after it.
    ///   - search: The memory of the search, which also counts the steps that were looked at.
    /// - Returns: Whether a path below it can match.
    func canMatch(below folder: [Unicode.Scalar], _ search: inout IgnoreSearch) -> Bool {
        guard zip(folder, start).allSatisfy({ $0 == $1 }) else { return false }
        return search.canContinue(steps, after: folder)
    }
}

/// Reads the characters of a pattern.
private struct Reader {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    private var isAtEnd: Bool { position == scalars.count }

    private mutating func next() -> Unicode.Scalar? {
        guard position < scalars.count else { return nil }
        position += 1
        return scalars[position - 1]
    }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard position < scalars.count, scalars[position] == scalar else { return false }
        position += 1
        return true
    }

    mutating func steps() throws(IgnorePattern.Flaw) -> [IgnoreExpression.Step] {
        var steps: [IgnoreExpression.Step] = []
        while let scalar = next() {
            switch scalar {
            case "*":
                guard skip("*") else {
                    steps.append(.restOfName)
                    continue
                }
                _ = skip("/")
                steps.append(isAtEnd ? .anything : .folders)
            case "?": steps.append(.anyInName)
            case "[": steps.append(try set())
            case "\\": steps.append(try escaped())
            case "^", "|": throw Self.regularExpression(scalar)
            case "{" where !isAtEnd && ("0"..."9").contains(scalars[position]): throw Self.regularExpression(scalar)
            default: steps.append(.scalar(scalar))
            }
        }
        return steps
    }

    private static func regularExpression(_ scalar: Unicode.Scalar) -> IgnorePattern.Flaw {
        IgnorePattern.Flaw(
            reason: "with wildcards, Docker reads '\(scalar)' as a regular expression does; write '\\\(scalar)'"
        )
    }

    /// Reads the character after a backslash: Docker passes both on to a regular expression.
    private mutating func escaped() throws(IgnorePattern.Flaw) -> IgnoreExpression.Step {
        let letter = position < scalars.count ? scalars[position] : "*"
        let ranges: [ClosedRange<Unicode.Scalar>]
        switch letter {
        case "d", "D": ranges = ["0"..."9"]
        case "s", "S": ranges = ["\t"..."\n", "\u{C}"..."\r", " "..." "]
        case "w", "W": ranges = ["0"..."9", "A"..."Z", "_"..."_", "a"..."z"]
        default: return .scalar(try escapedScalar())
        }
        position += 1
        return .oneOf(ScalarSet(ranges), isNegated: letter.properties.isUppercase)
    }

    private mutating func escapedScalar() throws(IgnorePattern.Flaw) -> Unicode.Scalar {
        guard let scalar = next() else { throw IgnorePattern.Flaw(reason: "it ends with a backslash") }
        switch scalar {
        case "a": return "\u{7}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "v": return "\u{B}"
        case "0"..."9", "A"..."Z", "a"..."z", "\u{80}"...:
            throw IgnorePattern.Flaw(
                reason: "a backslash is not allowed before '\(scalar)'; between folders write '/'"
            )
        default: return scalar
        }
    }

    /// Reads the set that follows a `[`.
    private mutating func set() throws(IgnorePattern.Flaw) -> IgnoreExpression.Step {
        let isNegated = skip("^")
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while !(!ranges.isEmpty && skip("]")) {
            let low = try bound()
            let high = skip("-") ? try bound() : low
            guard low <= high else { throw IgnorePattern.Flaw(reason: "the range '\(low)-\(high)' is empty") }
            ranges.append(low...high)
        }
        return .oneOf(ScalarSet(ranges), isNegated: isNegated)
    }

    private mutating func bound() throws(IgnorePattern.Flaw) -> Unicode.Scalar {
        guard let scalar = next() else { throw IgnorePattern.Flaw(reason: "a '[' has no ']'") }
        switch scalar {
        case "]", "-": throw IgnorePattern.Flaw(reason: "a ']' or '-' after a '[' needs a backslash")
        case "*", "?", "[":
            throw IgnorePattern.Flaw(reason: "a '\(scalar)' after a '[' needs a backslash")
        case "\\": return try escapedScalar()
        default: return scalar
        }
    }
}
