internal import AzureMLSupport

/// Parses the lines of a Dockerfile into stages and instructions.
struct DockerfileParser {
    private let lines: DockerfileLines

    init(_ text: String) {
        lines = DockerfileLines(text)
    }

    func stages() throws(DockerfileSyntaxError) -> [Dockerfile.Stage] {
        if let zero = lines.bytes.firstIndex(of: 0) { throw error("contains a zero byte", at: zero) }
        try requireDirectives()
        var stages: [Dockerfile.Stage] = []
        var names: Set<String> = []
        for line in lines.lines {
            let instruction = try instruction(line)
            if instruction.keyword == "FROM" {
                let stage = try stage(instruction, after: names)
                if let name = stage.name { names.insert(name) }
                stages.append(stage)
            } else if stages.isEmpty {
                guard instruction.keyword == "ARG" else {
                    throw error("has '\(instruction.keyword)' before the first FROM", at: instruction.offset)
                }
            } else {
                stages[stages.count - 1].instructions.append(instruction)
            }
        }
        guard !stages.isEmpty else { throw error("has no FROM", at: lines.bytes.count) }
        return stages
    }

    private func error(_ reason: String, at offset: Int) -> DockerfileSyntaxError {
        DockerfileSyntaxError(reason: reason, offset: offset)
    }
}

extension DockerfileParser {
    private func requireDirectives() throws(DockerfileSyntaxError) {
        for directive in lines.directives {
            if let flaw = directive.flaw { throw flaw }
            guard directive.name == "syntax", !Self.isDockersOwn(directive.value) else { continue }
            throw error("names a syntax other than Docker's own, so it cannot be read here", at: directive.offset)
        }
    }

    private static func isDockersOwn(_ syntax: String) -> Bool {
        let name = syntax.prefix { $0 != ":" && $0 != "@" }
        return ["docker/dockerfile", "docker.io/docker/dockerfile", "docker/dockerfile-upstream"].contains(name)
    }

    private func instruction(_ line: DockerfileLine) throws(DockerfileSyntaxError) -> Dockerfile.Instruction {
        if let flaw = line.flaw { throw flaw }
        let text = line.instruction
        guard text.isKnown else {
            throw error("has the unknown instruction '\(text.keyword)'", at: line.offset)
        }
        guard !text.arguments.isEmpty else {
            throw error("has \(text.keyword) without arguments", at: line.offset)
        }
        if let trigger = text.trigger { try requireTrigger(trigger, offset: line.offset) }
        let list = text.list
        if text.keyword == "SHELL", list?.isEmpty != false {
            throw error("has a SHELL that is not a list such as [\"/bin/sh\", \"-c\"]", at: line.offset)
        }
        return Dockerfile.Instruction(
            keyword: text.keyword,
            flags: text.flags,
            arguments: String(decoding: text.arguments, as: UTF8.self),
            list: list,
            hasDocuments: !line.documents.isEmpty,
            offset: line.offset
        )
    }

    private func requireTrigger(_ trigger: InstructionText, offset: Int) throws(DockerfileSyntaxError) {
        let keyword = trigger.keyword
        guard trigger.isKnown, !["ONBUILD", "FROM", "MAINTAINER"].contains(keyword) else {
            throw error("has '\(keyword)' after ONBUILD, where it is not allowed", at: offset)
        }
    }

    /// Reads `FROM image` or `FROM image AS name`.
    private func stage(
        _ from: Dockerfile.Instruction,
        after names: Set<String>
    ) throws(DockerfileSyntaxError) -> Dockerfile.Stage {
        let words = from.arguments.utf8.split(whereSeparator: \.isASCIIWhitespace).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard words.count == 1 || words.count == 3 && words[1].lowercased() == "as" else {
            throw error("has a FROM that is neither 'FROM image' nor 'FROM image AS name'", at: from.offset)
        }
        let name = words.count == 3 ? words[2].lowercased() : nil
        if let name, !Self.isStageName(name) {
            throw error("has '\(name)' as a stage's name, which is not valid", at: from.offset)
        }
        let isStage = names.contains(words[0].lowercased())
        let image = isStage ? nil : try image(words[0], offset: from.offset)
        return Dockerfile.Stage(base: words[0], image: image, name: name, instructions: [])
    }

    /// Reads the name of an image; returns `nil` for `scratch`, and for a name with variables or quotes.
    private func image(_ base: String, offset: Int) throws(DockerfileSyntaxError) -> ImageReference? {
        guard base != "scratch", !base.utf8.contains(where: { $0.isOne(of: "$", "\"", "'", "\\", "`") }) else {
            return nil
        }
        do {
            return try ImageReference(parsing: base)
        } catch {
            throw self.error("starts from '\(base)', which is not the name of an image: \(error.reason)", at: offset)
        }
    }

    private static func isStageName(_ name: String) -> Bool {
        name.utf8.first?.isASCIILowercase == true
            && name.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0.isOne(of: "-", "_", ".") }
    }
}
