internal import AzureMLSupport
internal import CondaDependencies

extension Environment {
    /// Makes an environment from a pip requirements file: azureml-core's default specification with these packages, and
    /// with pip.
    ///
    /// Comments are dropped and lines joined as pip does. A file named by `-r` is read in place of that line. A file
    /// named by `-c` narrows the versions of the listed packages; its constraints on other packages cause a diagnostic.
    ///
    /// > Python: `azureml.core.environment.Environment.from_pip_requirements`
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - filePath: The path of the requirements file.
    ///   - pipVersion: The version of pip, such as `23.3.1`; `nil` for any.
    ///   - allowingFilesOutside: Whether `-r` and `-c` may name files outside the folder of the requirements file.
    /// - Returns: The environment, with azureml-core's defaults for everything but the packages.
    /// - Throws: An error with file and line when a file cannot be read, is outside the folder, is a URL or includes
    ///   itself, or when a line cannot be an entry of a specification.
    public static func fromPipRequirements(
        name: String,
        filePath: String,
        pipVersion: String? = nil,
        allowingFilesOutside: Bool = false
    ) throws -> Environment {
        let file = try PipRequirementsFile(path: filePath, allowingFilesOutside: allowingFilesOutside)
        var environment = Environment(name: name)
        var conda = environment.python.condaDependencies
        try conda.setPipEntries(file.requirements)
        let version = pipVersion.flatMap { $0.isEmpty ? nil : "=\($0)" }
        try conda.addCondaPackage("pip\(version ?? "")")
        environment.python.condaDependencies = conda
        environment.diagnostics = file.diagnostics
        return environment
    }
}
