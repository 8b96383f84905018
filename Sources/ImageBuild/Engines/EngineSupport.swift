internal import AzureMLSupport
internal import DockerSyntax

/// Whether an engine understands a construct.
enum EngineSupport: Sendable, Hashable {
    case works
    /// The engine or setting that the construct needs.
    case needs(String)
}

extension ContainerEngine {
    /// Refuses a Dockerfile with a construct that this engine does not understand, before anything is built.
    ///
    /// - Parameters:
    ///   - dockerfile: The Dockerfile.
    ///   - file: Its path for messages.
    /// - Throws: ``ImageBuildError`` with the code `engineLacksConstruct` and the location of the first instruction.
    func requireConstructs(of dockerfile: Dockerfile, file: String) throws(ImageBuildError) {
        for (construct, instruction) in dockerfile.constructs {
            guard case .needs(let need) = support(for: construct) else { continue }
            throw ImageBuildError(
                .engineLacksConstruct,
                "\(title) does not understand \(construct.rawValue) in '\(instruction.keyword)'",
                at: dockerfile.location(of: instruction, file: file),
                hint: "this needs \(need); otherwise, write the instruction without it"
            )
        }
    }
}
