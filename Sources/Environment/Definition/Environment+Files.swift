internal import AzureMLSupport
internal import CondaDependencies

extension Environment {
    /// Reads the files of a saved environment.
    ///
    /// A conda file takes precedence over the definition's specification, and a Dockerfile over its base image.
    ///
    /// - Parameters:
    ///   - files: The contents of the files.
    ///   - folder: The path of their folder, for messages.
    ///   - findsDiagnostics: Whether the findings about the value are worked out, which takes as long as reading it.
    /// - Throws: An error with the place when a file cannot be read as its part of an environment.
    init(_ files: EnvironmentFiles, folder: String, findsDiagnostics: Bool = true) throws {
        let definitionPath = "\(folder)/\(EnvironmentFiles.definitionName)"
        try self.init(
            definition: JSONValue(parsing: files.definition, file: definitionPath),
            file: definitionPath
        )
        if let bytes = files.condaDependencies {
            let path = "\(folder)/\(EnvironmentFiles.condaDependenciesName)"
            python.condaDependencies = try CondaDependencies(parsing: bytes, file: path)
        }
        if let bytes = files.baseDockerfile, !bytes.isEmpty {
            let path = "\(folder)/\(EnvironmentFiles.baseDockerfileName)"
            docker.storedBaseDockerfile = try Self.dockerfileText(bytes, path: path)
        }
        guard findsDiagnostics else { return }
        diagnostics = definitionDiagnostics
        if files.condaDependencies == nil, lacksSpecification {
            let path = "\(folder)/\(EnvironmentFiles.condaDependenciesName)"
            diagnostics.append(EnvironmentDiagnostics.condaFileMissing(at: path))
        }
    }

    /// Whether conda is to create the environment, but there is no specification.
    private var lacksSpecification: Bool {
        !python.userManagedDependencies && python.condaDependencies.isEmpty && docker.buildContext == nil
    }
}
