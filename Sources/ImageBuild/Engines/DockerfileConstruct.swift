internal import AzureMLSupport

/// What not every engine understands, or not in every version.
enum DockerfileConstruct: String, Sendable, Hashable, CaseIterable {
    case hereDocument = "a here-document"
    case link = "--link"
    case copyMode = "--chmod"
    case checksum = "--checksum"
    case parents = "--parents"
    case exclude = "--exclude"
    case mount = "RUN --mount"
    case network = "RUN --network"
    case security = "RUN --security"
    case shell = "SHELL"
    case healthCheck = "HEALTHCHECK"
}

/// Whether an engine understands a construct.
enum EngineSupport: Sendable, Hashable {
    case works
    /// What has to be there instead.
    case needs(String)
}

extension UserDockerfile {
    /// The constructs of all stages with the instruction that has each, in the order of the text.
    var constructs: [(construct: DockerfileConstruct, instruction: Instruction)] {
        stages.flatMap(\.instructions).flatMap { instruction in
            instruction.constructs.map { ($0, instruction) }
        }
    }
}

extension UserDockerfile.Instruction {
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

extension ContainerEngine {
    /// Refuses a Dockerfile that holds what this engine does not understand, before anything is built.
    ///
    /// - Parameters:
    ///   - text: The Dockerfile. One that is written in a syntax of its own says nothing here; the engine judges it.
    ///   - file: Its path for messages.
    /// - Throws: ``ImageBuildError`` with the code `engineLacksConstruct` and the place of the first such instruction.
    func requireConstructs(of text: String, file: String) throws(ImageBuildError) {
        let dockerfile: UserDockerfile
        do {
            dockerfile = try UserDockerfile(parsing: text, file: file)
        } catch {
            return
        }
        for (construct, instruction) in dockerfile.constructs {
            guard case .needs(let need) = support(for: construct) else { continue }
            throw ImageBuildError(
                .engineLacksConstruct,
                "\(title) does not understand \(construct.rawValue) in '\(instruction.keyword)'",
                at: dockerfile.location(instruction.offset),
                hint: "that needs \(need); or write the instruction without it"
            )
        }
    }
}
