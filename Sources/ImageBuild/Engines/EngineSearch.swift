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
                throw ImageBuildError(
                    .engineNotFound,
                    "\(variable) is '\(program)', which is not an engine that this SDK knows",
                    hint: "set it to docker, podman or buildah, or to the path of one of these programs"
                )
            }
            do {
                return try await engine.find(program)
            } catch let refusal as EngineRefusal {
                reasons.append("\(program): \(refusal.reason)")
            }
        }
        throw ImageBuildError(
            .engineNotFound,
            "no container engine responds: \(reasons.joined(separator: "; "))",
            hint: named.map(hint) ?? "install Docker, Podman or Buildah, or start its service"
        )
    }

    /// The way to make the engine respond that the variable names.
    private static func hint(for program: String) -> String {
        let repair = program.contains("/") ? "correct the path in \(variable)" : "install \(program)"
        return "\(repair), start its service, or unset \(variable), so that Docker, Podman and Buildah are tried"
    }
}
