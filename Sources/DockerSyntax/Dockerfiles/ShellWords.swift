/// A line split into words as BuildKit does it to find here-documents: by the rules of a shell in which no variable is
/// set, so that variables stay as they are written.
///
/// The rules, with their quirks, are those of moby/buildkit, `frontend/dockerfile/shell`.
struct ShellWords {
    /// Substitutions stand within others, deeper than ``maximumDepth``.
    struct TooDeep: Error {}

    /// Recursion has to end somewhere; no real text comes near.
    static let maximumDepth = 64

    private enum Flaw: Error {
        case malformed
        case tooDeep
    }

    private var rest: Substring.UnicodeScalarView
    private let keepsQuotes: Bool
    private var keepsEscapes: Bool
    /// The word that is being read. A substitution with a modifier begins it anew, as in BuildKit.
    private var word = ""
    private var depth = 0

    private init(_ text: String, keepsQuotes: Bool, keepsEscapes: Bool) {
        rest = Substring(text).unicodeScalars
        // Go's scanner passes over it.
        if rest.first == "\u{FEFF}" { rest.removeFirst() }
        self.keepsQuotes = keepsQuotes
        self.keepsEscapes = keepsEscapes
    }

    /// The words of a text; `nil` when a quote or brace is not closed, or a substitution is not one.
    static func split(_ text: String, keepsQuotes: Bool, keepsEscapes: Bool) throws(TooDeep) -> [String]? {
        var reader = ShellWords(text, keepsQuotes: keepsQuotes, keepsEscapes: keepsEscapes)
        do {
            return try reader.read(until: nil).words
        } catch .malformed {
            return nil
        } catch {
            throw TooDeep()
        }
    }
}

extension ShellWords {
    /// The text up to `end`, or up to the end of the whole text without one, and the words of this text.
    private mutating func read(until end: Unicode.Scalar?) throws(Flaw) -> (text: String, words: [String]) {
        var text = ""
        var words: [String] = []
        word = ""
        while let scalar = rest.popFirst() {
            if scalar == end {
                endWord(&words)
                return (text, words)
            }
            let part = try readPart(beginningWith: scalar)
            text += part
            switch scalar {
            case "'", "\"", "<", "\\": word += part
            // The text of a variable is split once more.
            default: for scalar in part.unicodeScalars { add(scalar, to: &words) }
            }
        }
        guard end == nil else { throw .malformed }
        endWord(&words)
        return (text, words)
    }

    private mutating func add(_ scalar: Unicode.Scalar, to words: inout [String]) {
        if scalar.properties.isWhitespace {
            endWord(&words)
        } else {
            word.unicodeScalars.append(scalar)
        }
    }

    private mutating func endWord(_ words: inout [String]) {
        if !word.isEmpty { words.append(word) }
        word = ""
    }

    private mutating func readPart(beginningWith scalar: Unicode.Scalar) throws(Flaw) -> String {
        switch scalar {
        case "'": try readSingleQuotes()
        case "\"": try readDoubleQuotes()
        case "$": try readVariable()
        case "<": readMark()
        case "\\": (keepsEscapes ? "\\" : "") + (rest.popFirst().map(String.init) ?? "")
        default: String(scalar)
        }
    }

    private mutating func readSingleQuotes() throws(Flaw) -> String {
        let quote = keepsQuotes ? "'" : ""
        guard let end = rest.firstIndex(of: "'") else { throw .malformed }
        let text = String(rest[..<end])
        rest = rest[rest.index(after: end)...]
        return quote + text + quote
    }

    private mutating func readDoubleQuotes() throws(Flaw) -> String {
        let quote = keepsQuotes ? "\"" : ""
        var text = quote
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return text + quote
            case "$": text += try readVariable()
            case "\\":
                if keepsEscapes { text += "\\" }
                guard let next = rest.first else { break }
                let isEscapable = next == "\"" || next == "$" || next == "\\"
                text.unicodeScalars.append(isEscapable ? next : scalar)
                if isEscapable { rest.removeFirst() }
            default: text.unicodeScalars.append(scalar)
            }
        }
        throw .malformed
    }

    /// `<`, or `<<` with the blanks that follow: they belong to the word.
    private mutating func readMark() -> String {
        guard rest.first == "<" else { return "<" }
        let blanks = rest.dropFirst().prefix { $0 == " " || $0 == "\t" || $0 == "\r" }
        rest = rest[blanks.endIndex...]
        return "<<" + String(blanks)
    }
}

/// Variables.
extension ShellWords {
    /// `$name` or `${name…}`, after the dollar sign.
    private mutating func readVariable() throws(Flaw) -> String {
        guard rest.first == "{" else { return "$" + readName() }
        rest.removeFirst()
        switch rest.first {
        case nil, "{", "}", ":": throw .malformed
        default: break
        }
        let name = readName()
        switch rest.popFirst() {
        case "}": return "${\(name)}"
        case ":":
            // Whatever follows the colon counts as a modifier there.
            guard let modifier = rest.popFirst(), modifier != "#", modifier != "%" else { throw .malformed }
            return try "${\(name):\(modifier)\(readNested(until: "}", keepsEscapes: false))}"
        case let modifier? where "+-?".unicodeScalars.contains(modifier):
            return try "${\(name)\(modifier)\(readNested(until: "}", keepsEscapes: false))}"
        case let modifier? where "#%".unicodeScalars.contains(modifier):
            return try "${\(name)\(modifier)\(readNested(until: "}", keepsEscapes: true))}"
        case "/":
            if rest.first == "/" { rest.removeFirst() }
            let pattern = try readNested(until: "/", keepsEscapes: true)
            return try "${\(name)/\(pattern)/\(readNested(until: "}", keepsEscapes: true))}"
        default: throw .malformed
        }
    }

    private mutating func readNested(until end: Unicode.Scalar, keepsEscapes: Bool) throws(Flaw) -> String {
        guard depth < Self.maximumDepth else { throw .tooDeep }
        let outer = self.keepsEscapes
        self.keepsEscapes = keepsEscapes
        depth += 1
        defer {
            depth -= 1
            self.keepsEscapes = outer
        }
        return try read(until: end).text
    }

    /// A name of letters, digits and underscores, a number, or one of the shell's special parameters; empty without one.
    private mutating func readName() -> String {
        guard let first = rest.first else { return "" }
        let name =
            if Self.isDigit(first) {
                rest.prefix(while: Self.isDigit)
            } else if "@*#?-$!".unicodeScalars.contains(first) {
                rest.prefix(1)
            } else {
                rest.prefix { Self.isLetter($0) || Self.isDigit($0) || $0 == "_" }
            }
        rest = rest[name.endIndex...]
        return String(name)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .decimalNumber
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }
}
