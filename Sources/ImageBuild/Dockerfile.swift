internal import AzureMLSupport

/// A Dockerfile as a value: instructions, of which each renders to one line.
struct Dockerfile: Sendable, Hashable {
    enum Instruction: Sendable, Hashable {
        case from(ImageReference)
        case user(String)
        case workDirectory(String)
        case copy([String], to: String)
        case run(String)
        case environment(String, String)
        case command([String])
        case comment(String)
    }

    let instructions: [Instruction]

    /// Makes a Dockerfile of instructions that stay what they are when their lines are read again.
    ///
    /// - Throws: ``ImageBuildError`` with the code `instructionInvalid` for a text that would end its line, go on in
    ///   the next one, or begin a here-document; and for a Dockerfile that does not begin with `FROM`, since a comment
    ///   above it can change how the rest is read.
    init(_ instructions: [Instruction]) throws(ImageBuildError) {
        guard case .from = instructions.first else {
            throw ImageBuildError(.instructionInvalid, "the Dockerfile does not begin with FROM")
        }
        for instruction in instructions { try instruction.requireOneInstruction() }
        self.instructions = instructions
    }

    /// The text, each line with its line end.
    var text: String {
        instructions.map { "\($0.line)\n" }.joined()
    }

    /// The name of the image that Azure ML builds from this Dockerfile: proven on six public pairs.
    var imageName: String {
        "azureml/azureml_" + ContentHash.sha256Hex(Array(text.utf8)).prefix(32)
    }
}

extension Dockerfile.Instruction {
    /// The instruction in one line, in Azure's spelling.
    var line: String {
        switch self {
        case .from(let image): "FROM \(image)"
        case .user(let name): "USER \(name)"
        case .workDirectory(let path): "WORKDIR \(path)"
        case .copy(let sources, let destination): "COPY \(sources.joined(separator: " ")) \(destination)"
        case .run(let command): "RUN \(command)"
        case .environment(let name, let value): "ENV \(name) \(value)"
        case .command(let words): "CMD \(JSONValue(words.map(JSONValue.init(_:))).pythonText())"
        case .comment(let text): "# \(text)"
        }
    }

    fileprivate func requireOneInstruction() throws(ImageBuildError) {
        guard let flaw else { return }
        throw ImageBuildError(.instructionInvalid, "the instruction '\(line)' \(flaw)")
    }

    private var flaw: String? {
        let bytes = Array(line.utf8)
        if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "holds a control character" }
        if bytes.last(where: { $0 != UInt8(ascii: " ") }) == UInt8(ascii: "\\") { return "goes on in the next line" }
        switch self {
        case .run, .copy:
            let beginsDocument = zip(bytes, bytes.dropFirst()).contains { $0 == 0x3C && $1 == 0x3C }
            return beginsDocument ? "begins a here-document" : nil
        case .from, .user, .workDirectory, .environment, .command, .comment: return nil
        }
    }
}
