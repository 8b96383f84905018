/// A valid Dockerfile: its text, and the part of its meaning that this package needs.
package struct Dockerfile: Sendable, Hashable {
    /// An instruction, joined with its continuation lines.
    package struct Instruction: Sendable, Hashable {
        /// The first word in upper case.
        package let keyword: String
        /// The options before the arguments, such as `--from=base`.
        package let flags: [String]
        package let arguments: String
        /// The arguments as a JSON list of texts; `nil` when they are not such a list.
        package let list: [String]?
        /// Whether here-documents follow the instruction.
        package let hasDocuments: Bool
        /// The byte offset in the text at which it begins.
        package let offset: Int
    }

    /// A `FROM` with the instructions that follow it.
    package struct Stage: Sendable, Hashable {
        /// The word after `FROM`: an image, an earlier stage, or a text with variables.
        package let base: String
        /// The image that it begins with; `nil` for an earlier stage, for `scratch`, and for a name with variables.
        package let image: ImageReference?
        /// The stage's name in lower case; `nil` when it has none.
        package let name: String?
        /// The stage's instructions, without its `FROM`.
        package internal(set) var instructions: [Instruction]
    }

    package internal(set) var text: String
    /// The stages in the order of the text; never empty.
    package internal(set) var stages: [Stage]

    /// Parses a Dockerfile by the rules of Docker's reference.
    package init(parsing text: String) throws(DockerfileSyntaxError) {
        stages = try DockerfileParser(text).stages()
        self.text = text
    }

    /// Makes a Dockerfile that starts from an image and has no instructions.
    package init(from image: ImageReference) {
        text = "FROM \(image)\n"
        stages = [Stage(base: image.description, image: image, name: nil, instructions: [])]
    }

    /// The last stage, and after it the stages that it is based on.
    var lineage: [Stage] {
        var index = stages.count - 1
        var lineage = [stages[index]]
        while true {
            // Converted once: a hostile name can be as long as the text, which can have as many stages.
            let base = stages[index].base.lowercased()
            guard let earlier = stages[..<index].lastIndex(where: { $0.name == base }) else { return lineage }
            lineage.append(stages[earlier])
            index = earlier
        }
    }

    var instructions: [Instruction] { stages.flatMap(\.instructions) }
}
