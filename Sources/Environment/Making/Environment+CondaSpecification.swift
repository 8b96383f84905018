internal import AzureMLSupport
internal import CondaDependencies

extension Environment {
    /// Makes an environment from a conda file, such as `conda env export` writes.
    ///
    /// A file that names no Python gets `- python=3.10.18` as its last dependency, with a diagnostic.
    ///
    /// > Python: `azureml.core.environment.Environment.from_conda_specification`
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - filePath: The path of the conda file.
    /// - Returns: The environment, with azureml-core's defaults beside the specification.
    /// - Throws: An error with file, line and column when the file cannot be read or is no conda specification.
    public static func fromCondaSpecification(name: String, filePath: String) throws -> Environment {
        let conda = try CondaDependencies(condaDependenciesFilePath: filePath)
        return try fromCondaSpecification(name: name, conda, place: filePath)
    }

    /// Makes an environment from a specification that was read from a place that messages name.
    static func fromCondaSpecification(name: String, _ conda: CondaDependencies, place: String) throws -> Environment {
        var environment = Environment(name: name)
        var conda = conda
        environment.diagnostics = conda.diagnostics
        if !conda.namesPython {
            try conda.addCondaPackage("python=\(CondaDependencies.defaultPythonVersion)")
            environment.diagnostics.append(pythonVersionMissing(place: place))
        }
        environment.python.condaDependencies = conda
        return environment
    }

    private static func pythonVersionMissing(place: String) -> Diagnostic {
        Diagnostic(
            code: "python-version-missing",
            severity: .warning,
            message: LocalizedText(
                english: "No Python version is given, so the solver or the SDK picks one and the result can change.",
                japanese: "Python のバージョンが指定されていないため、ビルドのたびに異なるバージョンが選ばれる可能性があります。"
            ),
            location: SourceLocation(file: place),
            hint: "write '- python=\(CondaDependencies.defaultPythonVersion)', which was added here, into the file"
        )
    }
}
