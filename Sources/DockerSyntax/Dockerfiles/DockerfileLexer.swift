internal import AzureMLSupport

/// Splits a Dockerfile into ``DockerfileLines``; never fails.
struct DockerfileLexer {
    let bytes: [UInt8]
    private var position = 0
    /// The number of lines read so far.
    private var lineCount = 0
    private var escape: UInt8
    private let rules: DockerfileRules

    init(_ bytes: [UInt8], _ rules: DockerfileRules) {
        self.bytes = bytes
        self.rules = rules
        escape = rules.escape ?? UInt8(ascii: "\\")
        if bytes.starts(with: ByteOrderMark.utf8) { position = ByteOrderMark.utf8.count }
    }

    mutating func readLines() -> [DockerfileLine] {
        var lines: [DockerfileLine] = []
        while let line = nextTextLine() {
            if line.isComment || line.trimmed.isEmpty { continue }
            lines.append(readLogicalLine(from: line))
        }
        return lines
    }

    /// A line of the text without its line break.
    private struct TextLine {
        let bytes: ArraySlice<UInt8>

        /// The line without leading whitespace.
        var trimmed: ArraySlice<UInt8> { bytes.trimmedAtStart }
        var isComment: Bool { isComment(after: "#") }

        func isComment(after mark: String) -> Bool { trimmed.starts(with: mark.utf8) }
    }

    /// Reads a line; returns `nil` at the end of the text.
    private mutating func nextTextLine() -> TextLine? {
        guard position < bytes.count else { return nil }
        let end = bytes[position...].firstIndex(of: .newline) ?? bytes.count
        var line = bytes[position..<end]
        while line.last == .carriageReturn { line.removeLast() }
        position = min(end + 1, bytes.count)
        lineCount += 1
        return TextLine(bytes: line)
    }
}

extension DockerfileLexer {
    private static let directiveNames = ["escape", "syntax", "check"]

    /// Reads the directives: comments at the top, up to the first line that is not a directive.
    ///
    /// - Parameter mark: The text with which a comment begins.
    /// - Returns: The directives.
    mutating func readDirectives(after mark: String = "#") -> [DockerfileLines.Directive] {
        var directives: [DockerfileLines.Directive] = []
        var names: Set<String> = []
        while true {
            let (start, count) = (position, lineCount)
            guard let line = nextTextLine(), let (name, value) = Self.directive(line, after: mark) else {
                (position, lineCount) = (start, count)
                return directives
            }
            let offset = line.bytes.startIndex
            var flaw: DockerfileSyntaxError?
            if !names.insert(name).inserted {
                flaw = DockerfileSyntaxError(reason: "has the directive '\(name)' twice", offset: offset)
            } else if name == "escape" {
                switch value {
                case "\\", "`": escape = rules.escape ?? UInt8(ascii: value == "`" ? "`" : "\\")
                default:
                    let reason = "has an escape character that is neither \\ nor `"
                    flaw = DockerfileSyntaxError(reason: reason, offset: offset)
                }
            }
            directives.append(.init(name: name, value: value, number: lineCount, offset: offset, flaw: flaw))
        }
    }

    /// Reads `# name = value`; returns `nil` for any other line.
    private static func directive(_ line: TextLine, after mark: String) -> (name: String, value: String)? {
        guard line.isComment(after: mark) else { return nil }
        let comment = line.trimmed.dropFirst(mark.utf8.count).trimmedAtStart
        let name = comment.prefix(while: \.isASCIIAlphanumeric)
        let rest = comment[name.endIndex...].drop(while: \.isGoWhitespace)
        // Blanks alone count as a value, although an invalid one.
        guard rest.first == UInt8(ascii: "="), rest.count > 1 else { return nil }
        var value = rest.dropFirst().drop(while: \.isGoWhitespace)
        while let last = value.last, last.isGoWhitespace { value.removeLast() }
        let lowercased = String(decoding: name.map(\.lowercasedASCII), as: UTF8.self)
        guard directiveNames.contains(lowercased) else { return nil }
        return (lowercased, String(decoding: value, as: UTF8.self))
    }
}

extension DockerfileLexer {
    /// The images that BuildKit takes for `# syntax=` in other texts than Dockerfiles: after a first line that begins with
    /// `#!`, in a comment after `//`, and in the member of a JSON object, each with the numbers of its lines.
    ///
    /// The rules are those of moby/buildkit, `DetectSyntax`.
    var otherFrontends: [(image: String, lines: Range<Int>)] {
        var lexer = self
        let hasShebang = bytes[position...].starts(with: "#!".utf8)
        if hasShebang { _ = lexer.nextTextLine() }
        let marks = hasShebang ? ["#", "//"] : ["//"]
        let comments = marks.flatMap { mark in
            var lexer = lexer
            return lexer.readDirectives(after: mark).filter { $0.name == "syntax" }
                .map { ($0.value, $0.number..<($0.number + 1)) }
        }
        let rest = bytes[lexer.position...].trimmedAtStart
        guard rest.first == UInt8(ascii: "{"), let json = try? JSONValue(parsing: Array(rest)) else { return comments }
        // Go reads the names of members in any case.
        let images = (json.object ?? [:]).filter { $0.name.lowercased() == "syntax" }.compactMap(\.value.string)
        return comments + images.map { ($0, lexer.lineCount + 1..<Int.max) }
    }
}

extension DockerfileLexer {
    private mutating func readLogicalLine(from first: TextLine) -> DockerfileLine {
        let number = lineCount
        let offset = first.trimmed.startIndex
        let (joined, isFinished) = join(first)
        let instruction = InstructionText(joined[...], escape: escape)
        var reason = isFinished ? nil : "ends within an instruction: its last line ends with the escape character"
        var documents: [HereDocument] = []
        do throws(HereDocument.UnreadableName) {
            for name in rules.knowsHereDocuments ? try HereDocument.names(in: joined, of: instruction) : [] {
                let (content, isClosed) = readContent(endingWith: name)
                documents.append(HereDocument(name: name, content: content))
                if !isClosed { reason = reason ?? "has a here-document without its closing line '\(name.text)'" }
            }
        } catch {
            reason = reason ?? "has a here-document whose name has an open quote or brace"
        }
        return DockerfileLine(
            number: number,
            offset: offset,
            bytes: joined,
            instruction: instruction,
            documents: documents,
            flaw: reason.map { DockerfileSyntaxError(reason: $0, offset: offset) }
        )
    }

    /// Joins a line with its continuation lines, and skips comments and empty lines between them.
    private mutating func join(_ first: TextLine) -> (joined: [UInt8], isFinished: Bool) {
        guard let start = withoutContinuation(first.trimmed) else { return (Array(first.trimmed), true) }
        // Joined in place: a copy for each continuation line would take quadratic time in a hostile text.
        var joined = Array(start)
        while let line = nextTextLine() {
            if line.isComment || line.trimmed.isEmpty { continue }
            guard let part = withoutContinuation(line.bytes) else { return (joined + line.bytes, true) }
            joined += part
        }
        return (joined, false)
    }

    /// Returns the line without its final escape character; `nil` when there is none, or when another one escapes it.
    private func withoutContinuation(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let end = line.lastIndex(where: { !$0.isBlank }), line[end] == escape else { return nil }
        // Docker does not count escape characters: the last of three does not continue the line either.
        return line[..<end].last == escape && !rules.continuesAfterEscapedEscape ? nil : line[..<end]
    }

    private mutating func readContent(endingWith name: HereDocument.Name) -> (content: Range<Int>, isClosed: Bool) {
        let start = position
        var end = position
        while let line = nextTextLine() {
            let last = name.ignoresTabs ? line.bytes.drop { $0 == .tab } : line.bytes
            if last.elementsEqual(name.text.utf8) { return (start..<end, true) }
            end = position
        }
        return (start..<end, false)
    }
}
