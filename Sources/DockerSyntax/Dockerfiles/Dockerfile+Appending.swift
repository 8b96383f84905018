internal import AzureMLSupport

extension Dockerfile {
    /// An instruction or comment to write, on one line and in Azure's spelling.
    package enum NewInstruction: Sendable, Hashable {
        case shell([String])
        case user(String)
        case workDirectory(String)
        case copy([String], to: String)
        case run(String)
        case environment(String, String)
        case command([String])
        case comment(String)
    }

    /// Adds a line to the last stage. The text before it does not change, except that its last line gets a missing
    /// newline.
    ///
    /// - Throws: ``DockerfileSyntaxError`` for an instruction that would be read differently, because it would end its
    ///   line, continue on the next line, begin a here-document or look like an option.
    package mutating func append(_ instruction: NewInstruction) throws(DockerfileSyntaxError) {
        let endsItsLine = text.utf8.last == .newline
        let offset = text.utf8.count + (endsItsLine ? 0 : 1)
        let arguments = instruction.arguments
        if let flaw = instruction.flaw(arguments) { throw DockerfileSyntaxError(reason: flaw, offset: offset) }
        if !endsItsLine { text += "\n" }
        text += instruction.line(arguments)
        text += "\n"
        guard let keyword = instruction.keyword else { return }
        stages[stages.count - 1].instructions.append(
            Instruction(
                keyword: keyword,
                flags: [],
                arguments: arguments,
                list: instruction.list,
                hasDocuments: false,
                offset: offset
            )
        )
    }

    /// Whether commands after the last instruction run in a plain shell, for which the recipe's commands are written.
    ///
    /// A `SHELL` stays in effect in the stages that are based on its stage.
    package var endsInPlainShell: Bool {
        let shell = lineage.lazy.compactMap { stage in stage.instructions.last { $0.keyword == "SHELL" } }.first
        return shell.map { $0.list.map(Self.isPlainShell) ?? false } ?? true
    }

    /// Whether this is a POSIX shell that does not treat unset variables as errors.
    private static func isPlainShell(_ words: [String]) -> Bool {
        guard let program = words.first, words.last?.hasSuffix("c") == true else { return false }
        let plainOptions: Set = ["-c", "-e", "-x", "-l", "-o", "pipefail", "errexit", "-ec", "-exc", "-lc", "-eo"]
        let names = ["sh", "bash", "dash", "ash"]
        return names.contains { program == $0 || program == "/bin/\($0)" || program == "/usr/bin/\($0)" }
            && words.dropFirst().allSatisfy(plainOptions.contains)
    }
}

extension Dockerfile.NewInstruction {
    /// The keyword; `nil` for a comment.
    fileprivate var keyword: String? {
        switch self {
        case .shell: "SHELL"
        case .user: "USER"
        case .workDirectory: "WORKDIR"
        case .copy: "COPY"
        case .run: "RUN"
        case .environment: "ENV"
        case .command: "CMD"
        case .comment: nil
        }
    }

    fileprivate var arguments: String {
        switch self {
        case .shell(let words), .command(let words): JSONValue(words.map(JSONValue.init(_:))).pythonText()
        case .user(let text), .workDirectory(let text), .run(let text), .comment(let text): text
        case .copy(let sources, let destination): "\(sources.joined(separator: " ")) \(destination)"
        case .environment(let name, let value): "\(name) \(value)"
        }
    }

    fileprivate var list: [String]? {
        switch self {
        case .shell(let words), .command(let words): words
        case .user, .workDirectory, .copy, .run, .environment, .comment: nil
        }
    }

    /// The text of its line.
    package var line: String { line(arguments) }

    fileprivate func line(_ arguments: String) -> String { "\(keyword ?? "#") \(arguments)" }

    /// Returns the reason why the line would be read as something other than this instruction; `nil` if it would not.
    fileprivate func flaw(_ arguments: String) -> String? {
        var beginsDocument = false
        var previous: UInt8 = 0
        var last: UInt8 = 0
        // An array, because iterating over the bytes of a string is slow.
        for byte in Array(arguments.utf8) {
            if byte < .space || byte == 0x7F { return "contains a control character" }
            if byte == UInt8(ascii: "<"), previous == byte { beginsDocument = true }
            if byte != .space { last = byte }
            previous = byte
        }
        // A user's Dockerfile can set the backtick as its escape character.
        if last == UInt8(ascii: "\\") || last == UInt8(ascii: "`") { return "continues on the next line" }
        guard keyword != nil, list == nil else { return nil }
        if arguments.hasPrefix("--") || arguments.hasPrefix("[") { return "begins like an option or a list" }
        switch self {
        case .run, .copy: return beginsDocument ? "begins a here-document" : nil
        case .shell, .user, .workDirectory, .environment, .command, .comment: return nil
        }
    }
}
