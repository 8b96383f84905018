/// The properties of a Dockerfile that matter for a build.
extension Dockerfile {
    /// The image that the last stage is based on, directly or through earlier stages; `nil` for a name with variables
    /// and for `scratch`.
    package var baseImage: ImageReference? { lineage.last?.image }

    /// Whether it has an instruction that cannot be stored in the OCI image format.
    package var needsDockerFormat: Bool {
        instructions.contains { ["SHELL", "HEALTHCHECK", "ONBUILD"].contains($0.keyword) }
    }

    /// Whether a command uses a cache: `RUN --mount=type=cache,…`.
    package var keepsCaches: Bool {
        instructions.contains { $0.flags.contains { $0.contains("type=cache") } }
    }

    /// Whether the image of its only stage is the only one to fetch: there is no `COPY --from` and no
    /// `RUN --mount=…,from=`.
    package var usesOneImage: Bool {
        stages.count == 1 && !instructions.contains { $0.flags.contains { $0.contains("from=") } }
    }

    /// The instructions that copy from a build context, which Azure does not send for a Dockerfile inside a definition.
    package var copiesFromContext: [Instruction] {
        instructions.filter { instruction in
            guard instruction.keyword == "COPY" || instruction.keyword == "ADD", !instruction.hasDocuments,
                !instruction.flags.contains(where: { $0.hasPrefix("--from=") })
            else { return false }
            return !instruction.arguments.contains("://")
        }
    }

    /// The constructs of all stages, each with its instruction, in the order of the text.
    package var constructs: [(construct: DockerfileConstruct, instruction: Instruction)] {
        instructions.flatMap { instruction in instruction.constructs.map { ($0, instruction) } }
    }
}

extension Dockerfile.Instruction {
    fileprivate var constructs: [DockerfileConstruct] {
        var found: [DockerfileConstruct] = []
        if hasDocuments { found.append(.hereDocument) }
        switch keyword {
        case "SHELL": found.append(.shell)
        case "HEALTHCHECK": found.append(.healthCheck)
        case "COPY", "ADD":
            let options: [DockerfileConstruct] = [.link, .copyMode, .checksum, .parents, .exclude]
            found += options.filter { has($0.rawValue) }
        case "RUN":
            if has("--mount") { found.append(.mount) }
            if has("--network") { found.append(.network) }
            if has("--security") { found.append(.security) }
        default: break
        }
        return found
    }

    private func has(_ option: String) -> Bool {
        flags.contains { $0 == option || $0.hasPrefix("\(option)=") }
    }
}
