internal import AzureMLSupport
internal import AzureMLSystem

/// A Dockerfile as a value: what it begins with, and instructions of which each renders to one line.
struct Dockerfile: Sendable, Hashable {
    /// What an image is built upon.
    enum Base: Sendable, Hashable {
        case image(ImageReference)
        /// The user's own text, of which every byte stays.
        case dockerfile(UserDockerfile)
    }

    enum Instruction: Sendable, Hashable {
        case shell([String])
        case user(String)
        case workDirectory(String)
        case copy([String], to: String)
        case run(String)
        case environment(String, String)
        case command([String])
        case comment(String)
    }

    let base: Base
    let instructions: [Instruction]
    /// The text, each line with its line end.
    let text: String

    /// Makes a Dockerfile of instructions that stay what they are when their lines are read again.
    ///
    /// - Throws: ``ImageBuildError`` with the code `instructionInvalid` for a text that would end its line, go on in
    ///   the next one, or begin a here-document.
    init(on base: Base, _ instructions: [Instruction]) throws(ImageBuildError) {
        var text =
            switch base {
            case .image(let image): "FROM \(image)\n"
            case .dockerfile(let dockerfile): dockerfile.closedText
            }
        for instruction in instructions {
            let line = instruction.line
            if let flaw = instruction.flaw(ofLine: line) {
                throw ImageBuildError(.instructionInvalid, "the instruction '\(line)' \(flaw)")
            }
            text += line
            text += "\n"
        }
        self.base = base
        self.instructions = instructions
        self.text = text
    }

    /// The name of the image that Azure ML builds from a Dockerfile: proven on six public pairs.
    static func imageName(of text: String) -> String {
        "azureml/azureml_" + ContentHash.sha256Hex(Array(text.utf8)).prefix(32)
    }
}

extension Dockerfile.Instruction {
    /// The instruction in one line, in Azure's spelling.
    var line: String {
        switch self {
        case .shell(let words): "SHELL \(Self.list(words))"
        case .user(let name): "USER \(name)"
        case .workDirectory(let path): "WORKDIR \(path)"
        case .copy(let sources, let destination): "COPY \(sources.joined(separator: " ")) \(destination)"
        case .run(let command): "RUN \(command)"
        case .environment(let name, let value): "ENV \(name) \(value)"
        case .command(let words): "CMD \(Self.list(words))"
        case .comment(let text): "# \(text)"
        }
    }

    private static func list(_ words: [String]) -> String {
        JSONValue(words.map(JSONValue.init(_:))).pythonText()
    }

    /// Why the line would not stay one instruction; `nil` when it does.
    fileprivate func flaw(ofLine line: String) -> String? {
        var beginsDocument = false
        var previous: UInt8 = 0
        var last: UInt8 = 0
        for byte in line.utf8 {
            if byte < 0x20 || byte == 0x7F { return "holds a control character" }
            if byte == UInt8(ascii: "<"), previous == byte { beginsDocument = true }
            if byte != UInt8(ascii: " ") { last = byte }
            previous = byte
        }
        // A user's Dockerfile can make the backtick the character that continues a line.
        if last == UInt8(ascii: "\\") || last == UInt8(ascii: "`") { return "goes on in the next line" }
        switch self {
        case .run, .copy: return beginsDocument ? "begins a here-document" : nil
        case .shell, .user, .workDirectory, .environment, .command, .comment: return nil
        }
    }
}
