/// The files of a saved environment, as azureml-core's `save_to_directory` writes them.
struct EnvironmentFiles: Equatable, Sendable {
    static let definitionName = "azureml_environment.json"
    static let condaDependenciesName = "conda_dependencies.yml"
    static let baseDockerfileName = "BaseDockerfile"
    /// The user's original conda specification, which a workspace stores when the mutated one differs.
    static let originalCondaDependenciesName = "original_conda_dependencies.yml"
    static let names = [definitionName, condaDependenciesName, baseDockerfileName]

    var definition: [UInt8]
    /// `nil` when there is no conda specification.
    var condaDependencies: [UInt8]?
    /// `nil` when there is no base Dockerfile.
    var baseDockerfile: [UInt8]?

    /// The files that exist, with their names.
    var contents: [(name: String, bytes: [UInt8])] {
        let all = [
            (Self.definitionName, definition),
            (Self.condaDependenciesName, condaDependencies),
            (Self.baseDockerfileName, baseDockerfile),
        ]
        return all.compactMap { name, bytes in bytes.map { (name: name, bytes: $0) } }
    }
}
