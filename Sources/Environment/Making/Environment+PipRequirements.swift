internal import AzureMLSupport
internal import CondaDependencies

extension Environment {
    /// Makes an environment from a requirements file of pip: azureml-core's default specification with these packages,
    /// and with pip.
    ///
    /// Comments are dropped and lines joined as pip does. Files behind `-r` are read in their place; a file behind `-c`
    /// narrows the versions of the packages in the list, with a diagnostic for what it says of others.
    ///
    /// > Python: `azureml.core.environment.Environment.from_pip_requirements`
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - filePath: The path of the requirements file.
    ///   - pipVersion: The version of pip, such as `23.3.1`; `nil` for any.
    ///   - allowingFilesOutside: Whether `-r` and `-c` may name files outside the folder of the requirements file.
    /// - Returns: The environment, with azureml-core's defaults beside the packages.
    /// - Throws: An error with file and line when a file cannot be read, lies outside, is a URL or names itself, or when
    ///   a line is no entry of a specification.
    public static func fromPipRequirements(
        name: String,
        filePath: String,
        pipVersion: String? = nil,
        allowingFilesOutside: Bool = false
    ) throws -> Environment {
        let file = try PipRequirementsFile(path: filePath, allowingFilesOutside: allowingFilesOutside)
        var environment = Environment(name: name)
        var conda = environment.python.condaDependencies
        try conda.setPipRequirements(file.requirements)
        let version = pipVersion.flatMap { $0.isEmpty ? nil : "=\($0)" }
        try conda.addCondaPackage("pip\(version ?? "")")
        environment.python.condaDependencies = conda
        environment.diagnostics = conda.diagnostics + file.diagnostics
        return environment
    }
}
