/// A Dockerfile that can be built: its text, and what the text means as far as anything here needs to know.
package struct Dockerfile: Sendable, Hashable {
    /// An instruction with its continued lines joined.
    package struct Instruction: Sendable, Hashable {
        /// The first word in capitals.
        package let keyword: String
        /// The options in front of the arguments, such as `--from=base`.
        package let flags: [String]
        package let arguments: String
        /// The arguments as a list of texts in JSON; `nil` when they are not one.
        package let list: [String]?
        /// Whether here-documents follow the instruction.
        package let hasDocuments: Bool
        /// The byte of the text at which it begins.
        package let offset: Int
    }

    /// A `FROM` with the instructions that follow it.
    package struct Stage: Sendable, Hashable {
        /// The word after `FROM`: an image, an earlier stage, or something with variables.
        package let base: String
        /// The image that it begins with; `nil` for an earlier stage, for `scratch`, and for a name with variables.
        package let image: ImageReference?
        /// In lower-case letters; `nil` when it has none.
        package let name: String?
        /// The stage's instructions, without its `FROM`.
        package internal(set) var instructions: [Instruction]
    }

    package internal(set) var text: String
    /// In the order of the text; never empty.
    package internal(set) var stages: [Stage]

    /// Reads a Dockerfile by the rules of its reference.
    package init(parsing text: String) throws(DockerfileSyntaxError) {
        stages = try DockerfileParser(text).stages()
        self.text = text
    }

    /// Begins one from an image, without instructions.
    package init(from image: ImageReference) {
        text = "FROM \(image)\n"
        stages = [Stage(base: image.description, image: image, name: nil, instructions: [])]
    }

    /// The last stage and the stages that it is built upon, itself first.
    var lineage: [Stage] {
        var index = stages.count - 1
        var lineage = [stages[index]]
        while let earlier = stages[..<index].lastIndex(where: { $0.name == stages[index].base.lowercased() }) {
            lineage.append(stages[earlier])
            index = earlier
        }
        return lineage
    }

    var instructions: [Instruction] { stages.flatMap(\.instructions) }
}
