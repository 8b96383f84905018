internal import AzureMLSupport
internal import AzureMLSystem

/// Finds the engine of this machine.
enum EngineSearch {
    /// The variable that names the engine, or the path of its program.
    static let variable = "AZUREML_CONTAINER_ENGINE"
    /// The engines in the order in which they are tried.
    private static let engines: [(name: String, find: @Sendable (String) async throws -> any ContainerEngine)] = [
        ("docker", { try await DockerEngine.find($0) }),
        ("podman", { try await PodmanEngine.findPodman($0) }),
        ("buildah", { try await PodmanEngine.findBuildah($0) }),
    ]

    /// Returns the engine that the variable names, or else the first of Docker, Podman and Buildah that responds.
    ///
    /// - Throws: ``ImageBuildError`` with the code `engineNotFound`, which says why each one does not respond.
    static func engine() async throws -> any ContainerEngine {
        let named = ProcessContext.current[variable: variable]
        let candidates = named.map { [$0] } ?? engines.map(\.name)
        var reasons: [String] = []
        for program in candidates {
            // A path names the engine by its last part.
            let name = LocalPath.lastComponent(of: program)
            guard let engine = engines.first(where: { $0.name == name }) else {
                throw notFound("\(variable) is '\(program)', which is not an engine that this SDK knows")
            }
            do {
                return try await engine.find(program)
            } catch let refusal as EngineRefusal {
                reasons.append("\(program): \(refusal.reason)")
            }
        }
        throw notFound("no container engine responds: \(reasons.joined(separator: "; "))")
    }

    private static func notFound(_ message: String) -> ImageBuildError {
        ImageBuildError(
            .engineNotFound,
            message,
            hint: "install Docker, Podman or Buildah, start its service, or name it: \(variable)=podman"
        )
    }
}
