/// A `.dockerignore` pattern with `*`, `?`, `[` or a backslash, unless its only wildcard is a `**` at one end.
struct IgnoreExpression: Sendable {
    private let steps: [Step]

    fileprivate enum Step: Sendable {
        case scalar(Unicode.Scalar)
        /// `?`: one character of a name.
        case anyInName
        /// `*`: any number of characters of a name.
        case restOfName
        /// `**` at the end: anything, slashes included.
        case anything
        /// `**` elsewhere: nothing, or anything up to a slash.
        case folders
        case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)

        /// Whether a character leads to the next step.
        func takes(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .scalar(let wanted): scalar == wanted
            case .anyInName: scalar != "/"
            case .oneOf(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
            case .restOfName, .anything, .folders: false
            }
        }

        /// Whether the step can continue after a character.
        func staysAt(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .restOfName: scalar != "/"
            case .anything: true
            case .scalar, .anyInName, .folders, .oneOf: false
            }
        }
    }

    init(_ pattern: [Unicode.Scalar]) throws(IgnorePattern.Flaw) {
        var reader = Reader(pattern)
        steps = try reader.steps()
    }

    /// Whether a path matches.
    ///
    /// - Parameters:
    ///   - path: The characters of the path.
    ///   - work: Counts the steps that were looked at.
    /// - Returns: Whether the path matches.
    func matches(_ path: [Unicode.Scalar], work: inout Int) -> Bool {
        // Tracks all reachable states at once, so that the time is at most the path's length times the number of steps.
        var current = States(steps)
        var next = States(steps)
        current.add(0)
        for scalar in path {
            guard !current.isEmpty else { return false }
            work += current.count
            next.removeAll()
            for state in current { next.addSuccessors(of: state, scalar) }
            swap(&current, &next)
        }
        return current.contains(steps.count)
    }
}

/// The states that a part of a path can lead to: before a step, after the last one, or inside the folders of a `**`.
private struct States: Sequence {
    private let steps: [IgnoreExpression.Step]
    private var reached: [Int] = []
    /// Whether each state was reached; states inside folders follow those before steps.
    private var isReached: [Bool]

    init(_ steps: [IgnoreExpression.Step]) {
        self.steps = steps
        isReached = [Bool](repeating: false, count: 2 * steps.count + 1)
    }

    var isEmpty: Bool { reached.isEmpty }
    var count: Int { reached.count }

    func contains(_ state: Int) -> Bool { isReached[state] }

    func makeIterator() -> IndexingIterator<[Int]> { reached.makeIterator() }

    mutating func removeAll() {
        for state in reached { isReached[state] = false }
        reached.removeAll(keepingCapacity: true)
    }

    /// Adds a state, and those that follow it without a character.
    mutating func add(_ state: Int) {
        var state = state
        while !isReached[state] {
            isReached[state] = true
            reached.append(state)
            guard state < steps.count else { return }
            switch steps[state] {
            case .restOfName, .anything: state += 1
            case .folders:
                add(inside: state)
                state += 1
            case .scalar, .anyInName, .oneOf: return
            }
        }
    }

    private mutating func add(inside step: Int) {
        let state = steps.count + 1 + step
        guard !isReached[state] else { return }
        isReached[state] = true
        reached.append(state)
    }

    /// Adds the states that follow another one with a character.
    mutating func addSuccessors(of state: Int, _ scalar: Unicode.Scalar) {
        if state > steps.count {
            let step = state - steps.count - 1
            add(inside: step)
            if scalar == "/" { add(step + 1) }
        } else if state < steps.count {
            if steps[state].staysAt(scalar) { add(state) }
            if steps[state].takes(scalar) { add(state + 1) }
        }
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
        return .oneOf(ranges, isNegated: letter.properties.isUppercase)
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
        return .oneOf(ranges, isNegated: isNegated)
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
