internal import AzureMLSupport

/// A directive, an instruction, or a line of the shell commands in a here-document, as a text in which a credential can
/// be.
struct DockerfileStatement {
    /// The numbers of its lines, up to the next statement.
    let lines: Range<Int>
    /// Its text as it is with its lines joined, and then without quotes and escapes.
    private let texts: [[UInt8]]
    private let references: ReferenceGrammar
    /// The names of images in it.
    private let imageNames: [String]
    /// The texts that conda reads.
    private let condaTexts: [[UInt8]]

    private init(
        lines: Range<Int>,
        text: [UInt8],
        unquotedTexts: [[UInt8]] = [],
        references: ReferenceGrammar = .shell,
        imageNames: [String] = [],
        condaTexts: [[UInt8]] = []
    ) {
        self.lines = lines
        texts = [text] + unquotedTexts
        self.references = references
        self.imageNames = imageNames
        self.condaTexts = condaTexts
    }

    /// A way to split a Dockerfile into statements.
    enum Reading {
        case instructions(DockerfileRules)
        case shellLines
        case otherFrontends

        /// The builder that will read the file is not known, so these are the ways of all builders.
        static let all = ([.buildKit] + DockerfileRules.others).map(instructions) + [.shellLines, .otherFrontends]
    }

    /// The texts of instructions, each with the escape character of its Dockerfile.
    struct KnownTexts {
        private var texts: Set<[UInt8]> = []

        /// Adds the text of an instruction.
        ///
        /// - Returns: Whether it is not known yet.
        fileprivate mutating func insert(_ line: DockerfileLine) -> Bool {
            texts.insert(line.bytes + [line.instruction.escape]).inserted
        }
    }

    static func all(in dockerfile: String, _ reading: Reading) -> [DockerfileStatement] {
        all(in: dockerfile, reading) { _ in true }
    }

    /// Returns the statements of a reading, except for instructions that are known. Those with names of images or
    /// here-documents are not left out, because other lines and the reading have an effect on them.
    static func all(
        in dockerfile: String,
        _ reading: Reading,
        except known: inout KnownTexts
    ) -> [DockerfileStatement] {
        all(in: dockerfile, reading) { known.insert($0) }
    }

    private static func all(
        in dockerfile: String,
        _ reading: Reading,
        where isWanted: (DockerfileLine) -> Bool
    ) -> [DockerfileStatement] {
        switch reading {
        case .instructions(let rules):
            // Without a directive, no builder takes a backtick for an escape.
            if rules.escape == UInt8(ascii: "`"), !dockerfile.utf8.contains(UInt8(ascii: "#")) { return [] }
            let lines = DockerfileLines(dockerfile, rules: rules)
            // Without here-documents, a line of a script looks like an instruction.
            return instructions(of: lines, takesReferencesOfBuilder: rules.knowsHereDocuments, where: isWanted)
        case .shellLines:
            let lines = DockerfileLines.shellLines(of: dockerfile)
            return zip(ranges(lines.map(\.number)), lines).map { range, line in
                DockerfileStatement(lines: range, text: line.bytes)
            }
        case .otherFrontends:
            return DockerfileLexer(Array(dockerfile.utf8), .buildKit).otherFrontends.map { image, lines in
                DockerfileStatement(lines: lines, text: Array(image.utf8), imageNames: [image])
            }
        }
    }

    private static func instructions(
        of dockerfile: DockerfileLines,
        takesReferencesOfBuilder: Bool,
        where isWanted: (DockerfileLine) -> Bool
    ) -> [DockerfileStatement] {
        let directives = dockerfile.directives
        let ranges = ranges(directives.map(\.number) + dockerfile.lines.map(\.number))
        // Without an `@`, no name of an image has a password.
        let imageNames = dockerfile.bytes.contains(UInt8(ascii: "@")) ? dockerfile.imageNames : []
        return zip(ranges, directives).map { range, directive in
            let names = directive.name == "syntax" ? [directive.value] : []
            return DockerfileStatement(lines: range, text: Array(directive.value.utf8), imageNames: names)
        }
            + zip(ranges.dropFirst(directives.count), dockerfile.lines.enumerated()).compactMap { range, line in
                let names = imageNames.isEmpty ? [] : imageNames[line.offset]
                let isKept = isWanted(line.element) || !names.isEmpty || !line.element.documents.isEmpty
                let references = takesReferencesOfBuilder ? line.element.instruction.references : .shell
                return isKept ? instruction(line.element, range, references, imageNames: names, dockerfile) : nil
            }
    }

    private static func instruction(
        _ line: DockerfileLine,
        _ range: Range<Int>,
        _ references: ReferenceGrammar,
        imageNames: [String],
        _ dockerfile: DockerfileLines
    ) -> DockerfileStatement {
        // Most lines of a long text are short and have nothing to unquote.
        guard !line.documents.isEmpty || line.bytes.contains(where: canBelongToCredential) else {
            return DockerfileStatement(lines: range, text: line.bytes)
        }
        let unquotedCommands = dockerfile.unquotedCommands(of: line)
        return DockerfileStatement(
            lines: range,
            text: line.bytes,
            unquotedTexts: unquotedCommands.flatMap(\.self),
            references: references,
            imageNames: imageNames,
            condaTexts: condaTexts(of: line, unquotedCommands, documentLines: dockerfile.documentLines(of: line))
        )
    }

    /// Whether the byte is one that every line with an address, a password or something to unquote has.
    private static func canBelongToCredential(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"),
            UInt8(ascii: "`"):
            true
        default: false
        }
    }

    /// The lines that begin at these numbers, each up to the next one.
    private static func ranges(_ numbers: [Int]) -> [Range<Int>] {
        numbers.indices.map { numbers[$0]..<($0 + 1 < numbers.count ? numbers[$0 + 1] : Int.max) }
    }

    /// Whether it holds a credential.
    ///
    /// - Parameter includesTokens: Whether tokens of known forms count as well.
    /// - Returns: Whether one of the texts holds one, or the name of an image.
    func holdsCredential(includingTokens includesTokens: Bool = false) -> Bool {
        let grammar = AddressGrammar.instruction(references)
        return texts.contains { text in
            URLCredential(in: text, as: grammar) != nil || includesTokens && TokenForm.isToken(text, references)
        }
            || imageNames.contains { URLCredential(inImage: $0) != nil }
            || condaTexts.contains { URLCredential(in: $0, as: .condaCommand) != nil }
    }

    /// Whether this statement, after its file was masked as it is written, still shows a part of a credential of the
    /// statement as it was.
    func shows(_ original: DockerfileStatement) -> Bool {
        if holdsCredential(includingTokens: true) { return true }
        guard original.holdsCredential(includingTokens: true) else { return false }
        // The first line of a token can be a token, and then no longer shows that the next line is a part of it.
        return texts != original.texts.map { Array(String(decoding: $0, as: UTF8.self).maskingCredentialsOfLines.utf8) }
    }
}
