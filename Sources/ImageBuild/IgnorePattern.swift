/// One line of a `.dockerignore` file in the syntax that Docker documents: Go's `filepath.Match`, and `**` for any
/// number of folders.
struct IgnorePattern: Sendable {
    /// Whether the line begins with `!`: what it matches is not ignored.
    let isException: Bool
    private let steps: [Step]

    private enum Step: Sendable {
        case scalar(Unicode.Scalar)
        /// `?`: one character of a name.
        case anyInName
        /// `*`: any number of characters of a name.
        case restOfName
        /// `**` at an end: anything, slashes included.
        case anything
        /// `**` elsewhere: nothing, or anything up to a slash.
        case folders
        case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)

        /// Whether a character leads on to the next step.
        func takes(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .scalar(let wanted): scalar == wanted
            case .anyInName: scalar != "/"
            case .oneOf(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
            case .restOfName, .anything, .folders: false
            }
        }

        /// Whether the step goes on behind a character.
        func staysAt(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .restOfName: scalar != "/"
            case .anything: true
            case .scalar, .anyInName, .folders, .oneOf: false
            }
        }
    }

    /// Why a line is no pattern.
    struct Flaw: Error, Equatable {
        let reason: String
    }

    /// Reads a line that is neither blank nor a comment; `nil` when nothing but blanks is left.
    init?(_ line: String) throws(Flaw) {
        var text = Self.trimmed(Array(line.unicodeScalars)[...])
        isException = text.first == "!"
        if isException {
            text = Self.trimmed(text.dropFirst())
            if text.isEmpty { throw Flaw(reason: "there is nothing behind the '!'") }
        }
        if text.isEmpty { return nil }
        steps = try Self.steps(Self.cleaned(text))
    }

    /// Whether a path matches; not whether a folder above it does.
    func matches(_ path: [Unicode.Scalar]) -> Bool {
        // All places of the pattern that can be reached, so that no pattern takes more than length times steps.
        var reached = [Bool](repeating: false, count: steps.count + 1)
        var insideFolders = reached
        reached[0] = true
        skipEmpty(&reached, &insideFolders)
        for scalar in path {
            reached[steps.count] = false
            // Backwards, so that a place is left before it is reached again.
            for position in steps.indices.reversed() {
                let wasReached = reached[position]
                reached[position] = wasReached && steps[position].staysAt(scalar)
                let leavesFolders = insideFolders[position] && scalar == "/"
                if leavesFolders || wasReached && steps[position].takes(scalar) { reached[position + 1] = true }
            }
            skipEmpty(&reached, &insideFolders)
        }
        return reached[steps.count]
    }

    /// What can stand for nothing is passed.
    private func skipEmpty(_ reached: inout [Bool], _ insideFolders: inout [Bool]) {
        for (position, step) in steps.enumerated() where reached[position] {
            switch step {
            case .restOfName, .anything: reached[position + 1] = true
            case .folders:
                reached[position + 1] = true
                insideFolders[position] = true
            case .scalar, .anyInName, .oneOf: break
            }
        }
    }
}

extension IgnorePattern {
    private static func trimmed(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var text = text
        while let first = text.first, first.properties.isWhitespace { text.removeFirst() }
        while let last = text.last, last.properties.isWhitespace { text.removeLast() }
        return text
    }

    /// The pattern without a slash at either end, doubled slashes and `.`; `..` takes the name before it away.
    private static func cleaned(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var names: [ArraySlice<Unicode.Scalar>] = []
        for name in text.split(separator: "/") {
            if name.elementsEqual(["."]) { continue }
            if name.elementsEqual([".", "."]), let last = names.last, !last.elementsEqual([".", "."]) {
                names.removeLast()
            } else {
                names.append(name)
            }
        }
        return Array(names.joined(separator: ["/"]))
    }

    private static func steps(_ pattern: [Unicode.Scalar]) throws(Flaw) -> [Step] {
        var reader = PatternReader(pattern)
        var steps: [Step] = []
        while let scalar = reader.next() {
            switch scalar {
            case "*":
                guard reader.skip("*") else {
                    steps.append(.restOfName)
                    continue
                }
                let isWholeName = reader.skip("/")
                if reader.isAtEnd {
                    steps.append(.anything)
                } else {
                    // Docker takes what follows leading stars, where it is plain, for the end of any path.
                    let isEnding = steps.isEmpty && !isWholeName && reader.restIsPlain
                    steps.append(isEnding ? .anything : .folders)
                }
            case "?": steps.append(.anyInName)
            case "[": steps.append(try reader.set())
            case "\\":
                guard let escaped = reader.next() else { throw Flaw(reason: "it ends with a backslash") }
                steps.append(.scalar(escaped))
            default: steps.append(.scalar(scalar))
            }
        }
        return steps
    }

    private struct PatternReader {
        private let scalars: [Unicode.Scalar]
        private var position = 0

        init(_ scalars: [Unicode.Scalar]) {
            self.scalars = scalars
        }

        var isAtEnd: Bool { position == scalars.count }
        var restIsPlain: Bool { !scalars[position...].contains { "*?[]\\".unicodeScalars.contains($0) } }

        mutating func next() -> Unicode.Scalar? {
            guard position < scalars.count else { return nil }
            position += 1
            return scalars[position - 1]
        }

        mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
            guard position < scalars.count, scalars[position] == scalar else { return false }
            position += 1
            return true
        }

        /// What follows a `[`.
        mutating func set() throws(Flaw) -> Step {
            let isNegated = skip("^")
            var ranges: [ClosedRange<Unicode.Scalar>] = []
            while !(!ranges.isEmpty && skip("]")) {
                let low = try bound()
                let high = skip("-") ? try bound() : low
                guard low <= high else { throw Flaw(reason: "the range '\(low)-\(high)' is empty") }
                ranges.append(low...high)
            }
            return .oneOf(ranges, isNegated: isNegated)
        }

        private mutating func bound() throws(Flaw) -> Unicode.Scalar {
            switch next() {
            case nil: throw Flaw(reason: "a '[' has no ']'")
            case "]", "-": throw Flaw(reason: "a ']' or '-' stands in a '[' without a backslash")
            case "\\":
                guard let escaped = next() else { throw Flaw(reason: "it ends with a backslash") }
                return escaped
            case let scalar?: return scalar
            }
        }
    }
}
