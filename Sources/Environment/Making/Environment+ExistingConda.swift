internal import AzureMLSupport
internal import AzureMLSystem
internal import CondaDependencies

extension Environment {
    /// Makes an environment from a conda environment on this machine, as `conda env export --no-builds` describes it.
    ///
    /// Cancelling the task terminates conda.
    ///
    /// > Python: `azureml.core.environment.Environment.from_existing_conda_environment`
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - condaEnvironmentName: The name of the conda environment, as `conda env list` shows it, including `base`.
    /// - Returns: The environment, with azureml-core's defaults for everything but the specification.
    /// - Throws: ``EnvironmentError`` when conda is not installed, fails or does not respond, or when there is no such
    ///   conda environment; an error with its place when conda's output is not a conda specification.
    public static func fromExistingCondaEnvironment(
        name: String,
        condaEnvironmentName: String
    ) async throws -> Environment {
        let names = try await CondaProgram.environmentNames()
        // conda does not fail for an environment that does not exist, but exports an empty one.
        guard names.contains(where: { $0.exact == condaEnvironmentName.exact }) else {
            throw EnvironmentError(
                .condaFailed,
                "there is no conda environment '\(condaEnvironmentName)'",
                hint: "choose one of these: \(names.joined(separator: ", "))"
            )
        }
        let place = "conda env export --name \(condaEnvironmentName)"
        let yaml = try await CondaProgram.exported(condaEnvironmentName)
        return try fromCondaSpecification(name: name, CondaDependencies(parsing: yaml, file: place), place: place)
    }
}

/// The `conda` program on this machine.
private enum CondaProgram {
    /// conda reads the metadata of all packages, which takes seconds, or minutes on a network drive.
    private static let timeLimit: Duration = .seconds(600)
    private static let maximumOutput = 16 << 20

    /// Returns the names of all environments. The root environment is `base`, whatever its folder is called.
    static func environmentNames() async throws -> [String] {
        let answer = try await run(["env", "list", "--json"])
        let folders = try JSONValue(parsing: answer, file: "conda env list --json")["envs"].array ?? []
        return ["base"] + folders.compactMap { $0.string.map(LocalPath.lastComponent) }
    }

    static func exported(_ environment: String) async throws -> [UInt8] {
        try await run(["env", "export", "--no-builds", "--name", environment])
    }

    private static func run(_ arguments: [String]) async throws -> [UInt8] {
        var command = Command("conda", arguments)
        command.timeLimit = timeLimit
        let output: Command.Output
        do {
            do {
                output = try await command.output(limit: maximumOutput)
            } catch let error as CommandError where error.reason == .programNotFound {
                // In an activated shell, `conda` can be a shell function, and only this variable names the program.
                guard let program = ProcessContext.current[variable: "CONDA_EXE"] else { throw error }
                command.program = program
                output = try await command.output(limit: maximumOutput)
            }
        } catch let error as CommandError {
            throw EnvironmentError(
                .condaFailed,
                "conda cannot be run: \(error.reasonText)",
                hint: error.reason == .programNotFound
                    ? "install conda or add its folder to PATH, or read a conda file with fromCondaSpecification" : nil,
                underlying: error
            )
        }
        guard output.status.isSuccess else {
            // Masked before it is cut: the rest of a cut URL is not recognized as one.
            let words = String(decoding: output.standardError, as: UTF8.self).maskingCredentialsOfLines.suffix(2000)
            throw EnvironmentError(
                .condaFailed,
                "'conda \(arguments.joined(separator: " "))' failed: \(words)",
                hint: "run the command in a terminal to see the cause"
            )
        }
        return output.standardOutput
    }
}
