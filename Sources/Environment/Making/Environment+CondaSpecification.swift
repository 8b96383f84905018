internal import AzureMLSupport
internal import CondaDependencies

extension Environment {
    /// Makes an environment from a conda file, such as one that `conda env export` writes.
    ///
    /// A file that does not list Python gets `- python=3.10.18` as its last dependency, with a diagnostic.
    ///
    /// > Python: `azureml.core.environment.Environment.from_conda_specification`
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - filePath: The path of the conda file.
    /// - Returns: The environment, with azureml-core's defaults for everything but the specification.
    /// - Throws: An error with file, line and column when the file cannot be read or is not a conda specification.
    public static func fromCondaSpecification(name: String, filePath: String) throws -> Environment {
        let conda = try CondaDependencies(condaDependenciesFilePath: filePath)
        return try fromCondaSpecification(name: name, conda, place: filePath)
    }

    /// Makes an environment from a specification that was read from `place`, which messages name.
    static func fromCondaSpecification(name: String, _ conda: CondaDependencies, place: String) throws -> Environment {
        var environment = Environment(name: name)
        var conda = conda
        environment.diagnostics = conda.diagnostics
        if !conda.namesPython {
            environment.diagnostics += conda.removingSuppressed([EnvironmentDiagnostics.pythonVersionMissing(in: place)]
            )
            try conda.addCondaPackage("python=\(CondaDependencies.defaultPythonVersion)")
        }
        environment.python.condaDependencies = conda
        return environment
    }
}
