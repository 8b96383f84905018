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
    /// - Throws: An error with the place when a file cannot be read as its part of an environment.
    init(_ files: EnvironmentFiles, folder: String) throws {
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
        diagnostics = python.condaDependencies.diagnostics
        diagnostics += ignoredSpecification
        if files.condaDependencies == nil, lacksSpecification {
            let path = "\(folder)/\(EnvironmentFiles.condaDependenciesName)"
            diagnostics.append(EnvironmentDiagnostics.condaFileMissing(at: path))
        }
    }

    /// The diagnostic about packages that are not installed, because Python is user-managed.
    package var ignoredSpecification: [Diagnostic] {
        let specification = python.condaDependencies
        guard python.userManagedDependencies, docker.buildContext == nil, !specification.isEmpty,
            !specification.isTemplate
        else { return [] }
        return [EnvironmentDiagnostics.condaIgnored()]
    }

    /// Whether conda is to create the environment, but there is no specification.
    private var lacksSpecification: Bool {
        !python.userManagedDependencies && python.condaDependencies.isEmpty && docker.buildContext == nil
    }
}

extension CondaDependencies {
    /// Whether this is the specification that some version of azureml-core writes into every definition: Python and
    /// azureml-defaults, each in any version.
    fileprivate var isTemplate: Bool {
        let channels = ["anaconda", "conda-forge", "defaults"]
        return condaChannels.allSatisfy(channels.contains) && pipOptions.isEmpty
            && condaPackages.allSatisfy { (try? CondaMatchSpec($0))?.name == "python" }
            && pipPackages.allSatisfy { (try? PipRequirement($0))?.normalizedName == "azureml-defaults" }
    }
}
