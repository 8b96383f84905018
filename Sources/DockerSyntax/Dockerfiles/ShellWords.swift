/// Splits a line into words as BuildKit does to find here-documents: by the rules of a shell, except that variables
/// stay as they are written.
///
/// The rules, with their quirks, are those of moby/buildkit, `frontend/dockerfile/shell`. Nested constructs are kept in
/// an array, because a hostile text can nest them deeper than the call stack allows.
struct ShellWords {
    private enum Construct {
        case doubleQuotes
        /// `${name:-…}` and the like, up to the given character.
        case substitution(end: Unicode.Scalar)
    }

    private var rest: Substring.UnicodeScalarView
    private let keepsQuotes: Bool
    private let keepsEscapes: Bool
    private var words: [String] = []
    /// The word that is being read.
    private var word = ""
    /// The constructs around the current position, the outermost first.
    private var open: [(construct: Construct, keepsEscapes: Bool)] = []
    /// The text of the outermost construct, as far as it is read.
    private var openText = ""

    private init(_ text: String, keepsQuotes: Bool, keepsEscapes: Bool) {
        rest = Substring(text).unicodeScalars
        // Go's scanner skips a byte order mark.
        if rest.first == "\u{FEFF}" { rest.removeFirst() }
        self.keepsQuotes = keepsQuotes
        self.keepsEscapes = keepsEscapes
    }

    /// Returns the words of a text; `nil` when a quote or brace is not closed, or a substitution is not valid.
    static func split(_ text: String, keepsQuotes: Bool, keepsEscapes: Bool) -> [String]? {
        var reader = ShellWords(text, keepsQuotes: keepsQuotes, keepsEscapes: keepsEscapes)
        while let scalar = reader.rest.popFirst() {
            guard reader.read(scalar) else { return nil }
        }
        guard reader.open.isEmpty else { return nil }
        reader.endWord()
        return reader.words
    }

    /// Reads a character.
    ///
    /// - Returns: Whether BuildKit continues after it.
    private mutating func read(_ scalar: Unicode.Scalar) -> Bool {
        switch (open.last?.construct, scalar) {
        case (_, "$"): return readVariable()
        case (.doubleQuotes, "\""): closeQuotes()
        case (.doubleQuotes, "\\"): readEscapeInQuotes()
        case (.doubleQuotes, _): openText.unicodeScalars.append(scalar)
        case (.substitution(scalar), _): closeSubstitution(scalar)
        case (_, "\""): openQuotes()
        case (_, "'"): return readSingleQuotes()
        case (_, "<"): add(readMark())
        case (_, "\\"): add((keepsEscapesHere ? "\\" : "") + (rest.popFirst().map(String.init) ?? ""))
        default: addSplitting(String(scalar))
        }
        return true
    }

    private var keepsEscapesHere: Bool { open.last?.keepsEscapes ?? keepsEscapes }
}

/// Words.
extension ShellWords {
    private mutating func add(_ text: String) {
        if open.isEmpty { word += text } else { openText += text }
    }

    /// Adds a text in which whitespace ends words.
    private mutating func addSplitting(_ text: String) {
        guard open.isEmpty else {
            openText += text
            return
        }
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                endWord()
            } else {
                word.unicodeScalars.append(scalar)
            }
        }
    }

    private mutating func endWord() {
        if !word.isEmpty { words.append(word) }
        word = ""
    }

    private mutating func takeOpenText() -> String {
        defer { openText = "" }
        return openText
    }

    /// Reads `<`, or `<<` with the blanks that follow, which belong to the word.
    private mutating func readMark() -> String {
        guard rest.first == "<" else { return "<" }
        let blanks = rest.dropFirst().prefix { $0 == " " || $0 == "\t" || $0 == "\r" }
        rest = rest[blanks.endIndex...]
        return "<<" + String(blanks)
    }
}

/// Quotes.
extension ShellWords {
    private mutating func readSingleQuotes() -> Bool {
        guard let end = rest.firstIndex(of: "'") else { return false }
        let quote = keepsQuotes ? "'" : ""
        add(quote + String(rest[..<end]) + quote)
        rest = rest[rest.index(after: end)...]
        return true
    }

    private mutating func openQuotes() {
        open.append((.doubleQuotes, keepsEscapesHere))
        if keepsQuotes { openText += "\"" }
    }

    private mutating func closeQuotes() {
        open.removeLast()
        if keepsQuotes { openText += "\"" }
        if open.isEmpty { word += takeOpenText() }
    }

    /// A backslash that escapes nothing is kept, so that it appears twice when escapes are kept too.
    private mutating func readEscapeInQuotes() {
        if keepsEscapesHere { openText += "\\" }
        guard let next = rest.first else { return }
        let isEscapable = next == "\"" || next == "$" || next == "\\"
        openText.unicodeScalars.append(isEscapable ? next : "\\")
        if isEscapable { rest.removeFirst() }
    }
}

/// Variables.
extension ShellWords {
    /// Reads `$name` or `${name…}`, after the dollar sign.
    private mutating func readVariable() -> Bool {
        guard rest.first == "{" else {
            addSplitting("$" + readName())
            return true
        }
        rest.removeFirst()
        switch rest.first {
        case nil, "{", "}", ":": return false
        default: return readSubstitution(of: readName())
        }
    }

    private mutating func readSubstitution(of name: String) -> Bool {
        switch rest.popFirst() {
        case "}": addSplitting("${\(name)}")
        case ":":
            // BuildKit accepts any other character after the colon as a modifier.
            guard let modifier = rest.popFirst(), modifier != "#", modifier != "%" else { return false }
            openSubstitution("${\(name):\(modifier)", end: "}", keepsEscapes: false)
        case let modifier? where "+-?#%".unicodeScalars.contains(modifier):
            openSubstitution("${\(name)\(modifier)", end: "}", keepsEscapes: modifier == "#" || modifier == "%")
        case "/":
            if rest.first == "/" { rest.removeFirst() }
            openSubstitution("${\(name)/", end: "/", keepsEscapes: true)
        default: return false
        }
        return true
    }

    private mutating func openSubstitution(_ start: String, end: Unicode.Scalar, keepsEscapes: Bool) {
        // BuildKit discards the beginning of the word here.
        word = ""
        open.append((.substitution(end: end), keepsEscapes))
        openText += start
    }

    private mutating func closeSubstitution(_ end: Unicode.Scalar) {
        openText.unicodeScalars.append(end)
        if end == "/" {
            // The replacement for the pattern follows.
            open[open.count - 1].construct = .substitution(end: "}")
        } else {
            open.removeLast()
            if open.isEmpty { addSplitting(takeOpenText()) }
        }
    }

    /// Reads a name of letters, digits and underscores, a number, or one of the shell's special parameters; returns an
    /// empty text if there is none.
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
