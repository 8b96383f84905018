internal import AzureMLSupport
internal import DockerSyntax

/// Whether an engine understands a construct.
enum EngineSupport: Sendable, Hashable {
    case works
    /// What has to be there instead.
    case needs(String)
}

extension ContainerEngine {
    /// Refuses a Dockerfile that holds what this engine does not understand, before anything is built.
    ///
    /// - Parameters:
    ///   - dockerfile: The Dockerfile.
    ///   - file: Its path for messages.
    /// - Throws: ``ImageBuildError`` with the code `engineLacksConstruct` and the place of the first such instruction.
    func requireConstructs(of dockerfile: Dockerfile, file: String) throws(ImageBuildError) {
        for (construct, instruction) in dockerfile.constructs {
            guard case .needs(let need) = support(for: construct) else { continue }
            throw ImageBuildError(
                .engineLacksConstruct,
                "\(title) does not understand \(construct.rawValue) in '\(instruction.keyword)'",
                at: dockerfile.location(of: instruction, file: file),
                hint: "that needs \(need); or write the instruction without it"
            )
        }
    }
}
