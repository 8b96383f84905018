internal import AzureMLSupport

/// Reads Dockerfiles by the rules of Docker's reference: parser directives, comments, continued lines, here-documents.
struct DockerfileParser {
    private let bytes: [UInt8]
    private let file: String
    private var position = 0
    private var escape = UInt8(ascii: "\\")
    private var seenDirectives: Set<String> = []

    private static let keywords: Set = [
        "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER",
        "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
    ]

    init(_ text: String, file: String) {
        bytes = Array(text.utf8)
        self.file = file
        if bytes.starts(with: ByteOrderMark.utf8) { position = ByteOrderMark.utf8.count }
    }

    mutating func stages() throws(ImageBuildError) -> [UserDockerfile.Stage] {
        if let zero = bytes.firstIndex(of: 0) { throw error("holds a zero byte", at: zero) }
        try readDirectives()
        var stages: [UserDockerfile.Stage] = []
        var names: Set<String> = []
        while let instruction = try nextInstruction() {
            if instruction.keyword == "FROM" {
                let stage = try stage(instruction)
                if !names.contains(stage.base.lowercased()) {
                    try requireImage(stage.base, offset: instruction.offset)
                }
                if let name = stage.name { names.insert(name) }
                stages.append(stage)
            } else if stages.isEmpty {
                guard instruction.keyword == "ARG" else {
                    throw error("has '\(instruction.keyword)' in front of the first FROM", at: instruction.offset)
                }
            } else {
                stages[stages.count - 1].instructions.append(instruction)
            }
        }
        guard !stages.isEmpty else { throw error("has no FROM", at: bytes.count) }
        return stages
    }

    func error(_ reason: String, at offset: Int) -> ImageBuildError {
        ImageBuildError(
            .dockerfileInvalid,
            "the Dockerfile \(reason)",
            at: SourceLocation(file: file, bytes: bytes, offset: offset),
            hint: "correct it as the Dockerfile reference says, and register the environment again"
        )
    }
}

extension DockerfileParser {
    /// A line without its end, and the position of its first byte.
    struct Line {
        var text: ArraySlice<UInt8>
        var start: Int { text.startIndex }

        /// The line without the blanks in front.
        var trimmed: ArraySlice<UInt8> { text.trimmingStart }
        var isComment: Bool { trimmed.first == UInt8(ascii: "#") }
    }

    /// What stands between words; at the ends of lines all white space of Unicode counts.
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || 0x09...0x0D ~= byte
    }

    /// The next line, with its position behind it; `nil` at the end of the file.
    mutating func nextLine() -> Line? {
        guard position < bytes.count else { return nil }
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        var text = bytes[position..<end]
        while text.last == UInt8(ascii: "\r") { text.removeLast() }
        position = min(end + 1, bytes.count)
        return Line(text: text)
    }

    /// The comments at the top that are settings: `escape`, `syntax` and `check`, up to the first other line.
    private mutating func readDirectives() throws(ImageBuildError) {
        while true {
            let start = position
            guard let line = nextLine(), let (name, value) = Self.directive(line) else {
                position = start
                return
            }
            guard seenDirectives.insert(name).inserted else {
                throw error("has the directive '\(name)' twice", at: line.start)
            }
            if name == "escape" {
                guard value == "\\" || value == "`" else {
                    throw error("has an escape character that is neither \\ nor `", at: line.start)
                }
                escape = value.utf8.first ?? escape
            }
            if name == "syntax", !Self.isDockersOwn(value) {
                throw error("names a syntax that is not Docker's own, so nothing can follow it", at: line.start)
            }
        }
    }

    private static func directive(_ line: Line) -> (name: String, value: String)? {
        guard line.isComment else { return nil }
        let parts = line.trimmed.dropFirst().trimmingStart.split(separator: UInt8(ascii: "="), maxSplits: 1)
        guard parts.count == 2 else { return nil }
        // Other white space makes it a comment, or a part of the value.
        let name = String(decoding: parts[0].trimmingBlanks, as: UTF8.self).lowercased()
        guard ["escape", "syntax", "check"].contains(name) else { return nil }
        return (name, String(decoding: parts[1].trimmingBlanks, as: UTF8.self))
    }

    private static func isDockersOwn(_ syntax: String) -> Bool {
        let name = syntax.prefix { $0 != ":" && $0 != "@" }
        return ["docker/dockerfile", "docker.io/docker/dockerfile", "docker/dockerfile-upstream"].contains(name)
    }
}

extension DockerfileParser {
    private mutating func nextInstruction() throws(ImageBuildError) -> UserDockerfile.Instruction? {
        while let line = nextLine() {
            if line.isComment || line.trimmed.isEmpty { continue }
            let text = try joined(line)
            return try instruction(text.trimmingStart.trimmingEnd, offset: line.trimmed.startIndex)
        }
        return nil
    }

    /// The line with the lines that continue it; comments and blank lines among them do not count.
    private mutating func joined(_ first: Line) throws(ImageBuildError) -> ArraySlice<UInt8> {
        guard var text = withoutContinuation(first.trimmed) else { return first.trimmed }
        while let line = nextLine() {
            if line.isComment || line.trimmed.isEmpty { continue }
            guard let rest = withoutContinuation(line.text) else { return text + line.text }
            text += rest
        }
        throw error("ends in the middle of an instruction, since its last line is to be continued", at: first.start)
    }

    /// The line without the escape character at its end; `nil` when there is none, or one that another one escapes.
    private func withoutContinuation(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let end = line.lastIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        guard let end, line[end] == escape else { return nil }
        // Docker does not count: of three, too, the last one continues nothing.
        return line[..<end].last == escape ? nil : line[..<end]
    }

    private mutating func instruction(
        _ text: ArraySlice<UInt8>,
        offset: Int
    ) throws(ImageBuildError) -> UserDockerfile.Instruction {
        let keyword = Self.keyword(text)
        guard Self.keywords.contains(keyword) else {
            throw error("has the unknown instruction '\(keyword)'", at: offset)
        }
        var arguments = text.dropFirst(keyword.utf8.count).drop(while: Self.isBlank)
        var flags: [String] = []
        while arguments.starts(with: "--".utf8) {
            let flag = Self.firstWord(arguments)
            flags.append(flag)
            arguments = arguments.dropFirst(flag.utf8.count).drop(while: Self.isBlank)
        }
        arguments = arguments.trimmingStart
        guard !arguments.isEmpty else { throw error("has \(keyword) without arguments", at: offset) }
        if keyword == "ONBUILD" { try requireTrigger(arguments, offset: offset) }
        let documents = try hereDocuments(keyword: keyword, arguments: arguments, offset: offset)
        for document in documents { try skip(document, offset: offset) }
        let instruction = UserDockerfile.Instruction(
            keyword: keyword,
            flags: flags,
            arguments: String(decoding: arguments, as: UTF8.self),
            hasDocuments: !documents.isEmpty,
            offset: offset
        )
        if keyword == "SHELL", instruction.list?.isEmpty != false {
            throw error("has a SHELL that is no list such as [\"/bin/sh\", \"-c\"]", at: offset)
        }
        return instruction
    }

    private func requireTrigger(_ arguments: ArraySlice<UInt8>, offset: Int) throws(ImageBuildError) {
        let keyword = Self.keyword(arguments)
        guard Self.keywords.contains(keyword), !["ONBUILD", "FROM", "MAINTAINER"].contains(keyword) else {
            throw error("has ONBUILD with '\(keyword)', which cannot follow it", at: offset)
        }
    }

    /// The first word with the letters of ASCII in capitals; others have none that leave the length alone.
    static func keyword(_ text: ArraySlice<UInt8>) -> String {
        let word = text.prefix { !isBlank($0) }
        return String(decoding: word.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 ? $0 - 32 : $0 }, as: UTF8.self)
    }

    static func firstWord(_ text: ArraySlice<UInt8>) -> String {
        String(decoding: text.prefix { !isBlank($0) }, as: UTF8.self)
    }

    /// `FROM image`, `FROM image AS name`.
    private func stage(_ from: UserDockerfile.Instruction) throws(ImageBuildError) -> UserDockerfile.Stage {
        let words = from.arguments.utf8.split(whereSeparator: Self.isBlank).map { String(decoding: $0, as: UTF8.self) }
        guard words.count == 1 || words.count == 3 && words[1].lowercased() == "as" else {
            throw error("has a FROM that is neither 'FROM image' nor 'FROM image AS name'", at: from.offset)
        }
        let name = words.count == 3 ? words[2].lowercased() : nil
        if let name, !Self.isStageName(name) {
            throw error("has a stage name '\(name)' that is none", at: from.offset)
        }
        return UserDockerfile.Stage(base: words[0], name: name, instructions: [])
    }

    /// Refuses what is no image, as far as it stands there without variables and quotes.
    private func requireImage(_ base: String, offset: Int) throws(ImageBuildError) {
        guard !base.utf8.contains(where: "$\"'\\`".utf8.contains) else { return }
        do {
            _ = try ImageReference(parsing: base)
        } catch {
            throw self.error("starts from '\(base)', which is no image: \(error.reason)", at: offset)
        }
    }

    private static func isStageName(_ name: String) -> Bool {
        guard let first = name.utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first else { return false }
        return FieldGrammar.isMadeOf(name, FieldGrammar.lettersAndDigits + "-_.")
    }
}

extension ArraySlice<UInt8> {
    fileprivate var trimmingBlanks: ArraySlice<UInt8> {
        var text = drop(while: DockerfileParser.isBlank)
        while let last = text.last, DockerfileParser.isBlank(last) { text.removeLast() }
        return text
    }

    /// The text without the white space of Unicode in front.
    fileprivate var trimmingStart: ArraySlice<UInt8> {
        let blanks = String(decoding: self, as: UTF8.self).unicodeScalars.prefix(while: \.properties.isWhitespace)
        return dropFirst(blanks.reduce(0) { $0 + $1.utf8.count })
    }

    /// The text without the white space of Unicode at its end.
    fileprivate var trimmingEnd: ArraySlice<UInt8> {
        let scalars = String(decoding: self, as: UTF8.self).unicodeScalars.reversed()
        return dropLast(scalars.prefix(while: \.properties.isWhitespace).reduce(0) { $0 + $1.utf8.count })
    }
}
