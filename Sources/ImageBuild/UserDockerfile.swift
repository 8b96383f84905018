internal import AzureMLSupport

/// A Dockerfile that a user wrote: its text as it stands, and as much of its meaning as is needed to go on behind it.
struct UserDockerfile: Sendable, Hashable {
    /// An instruction with its continued lines joined.
    struct Instruction: Sendable, Hashable {
        /// The first word in capitals.
        let keyword: String
        /// The words in front of the arguments that begin with `--`.
        let flags: [String]
        let arguments: String
        /// Whether here-documents follow the instruction.
        let hasDocuments: Bool
        /// Where it begins: a byte of the text.
        let offset: Int

        /// The arguments as a list of texts in JSON; `nil` when they are none.
        var list: [String]? { UserDockerfile.list(Array(arguments.utf8)[...]) }
    }

    /// What one `FROM` begins.
    struct Stage: Sendable, Hashable {
        /// What stands behind `FROM`: an image, an earlier stage, or something with variables.
        let base: String
        let name: String?
        /// The stage's instructions, without its `FROM`.
        var instructions: [Instruction]
    }

    /// Azure refuses longer ones; "100 KB" in its documentation.
    static let longest = 102_400

    let text: String
    /// The file's path for messages.
    let file: String
    /// In the order of the text; never empty.
    let stages: [Stage]

    /// Reads a Dockerfile by the rules of its reference.
    ///
    /// - Throws: ``ImageBuildError`` with the place of what is wrong.
    init(parsing text: String, file: String) throws(ImageBuildError) {
        guard text.utf8.count <= Self.longest else {
            throw ImageBuildError(
                .dockerfileTooLarge,
                "the Dockerfile has \(text.utf8.count) bytes; Azure accepts \(Self.longest)",
                at: SourceLocation(file: file),
                hint: "move steps into scripts of a build context"
            )
        }
        var parser = DockerfileParser(text, file: file)
        stages = try parser.stages()
        self.text = text
        self.file = file
    }

    /// The text with a line end behind its last line.
    var closedText: String {
        text.utf8.last == UInt8(ascii: "\n") ? text : "\(text)\n"
    }

    /// Whether lines behind the last instruction run in a plain shell, as the recipe's do.
    ///
    /// A shell stays set in the stages that are built upon one.
    var endsInPlainShell: Bool {
        var index = stages.count - 1
        while true {
            if let shell = stages[index].instructions.last(where: { $0.keyword == "SHELL" }) {
                return shell.list.map(Self.isPlainShell) ?? false
            }
            let base = stages[index].base.lowercased()
            guard let earlier = stages[..<index].lastIndex(where: { $0.name == base }) else { return true }
            index = earlier
        }
    }

    /// A shell of POSIX that does not treat unset variables as errors.
    private static func isPlainShell(_ words: [String]) -> Bool {
        guard let program = words.first, words.last?.hasSuffix("c") == true else { return false }
        let plainOptions: Set = ["-c", "-e", "-x", "-l", "-o", "pipefail", "errexit", "-ec", "-exc", "-lc", "-eo"]
        let names = ["sh", "bash", "dash", "ash"]
        return names.contains { program == $0 || program == "/bin/\($0)" || program == "/usr/bin/\($0)" }
            && words.dropFirst().allSatisfy(plainOptions.contains)
    }

    /// Copies from a context, which Azure does not send with a Dockerfile that is a part of a definition.
    var copiesFromContext: [Instruction] {
        stages.flatMap(\.instructions).filter { instruction in
            guard instruction.keyword == "COPY" || instruction.keyword == "ADD", !instruction.hasDocuments,
                !instruction.flags.contains(where: { $0.hasPrefix("--from=") })
            else { return false }
            return !instruction.arguments.contains("://")
        }
    }

    /// A list of texts in JSON, as instructions take it; `nil` when this is none.
    static func list(_ arguments: ArraySlice<UInt8>) -> [String]? {
        guard arguments.first == UInt8(ascii: "["), let json = try? JSONValue(parsing: Array(arguments)),
            let elements = json.array
        else { return nil }
        let texts = elements.compactMap(\.string)
        return texts.count == elements.count ? texts : nil
    }

    /// The place of an instruction.
    func location(_ offset: Int) -> SourceLocation {
        SourceLocation(file: file, bytes: Array(text.utf8), offset: offset)
    }
}
