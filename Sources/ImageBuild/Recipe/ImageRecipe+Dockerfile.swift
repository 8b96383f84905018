internal import Environment
internal import DockerSyntax

extension ImageRecipe {
    static let environmentsFolder = "/azureml-envs"

    /// Returns the Dockerfile that Azure ML makes from an environment.
    ///
    /// For a conda environment on a base image, six public build logs from March 2020 to January 2021 prove this text
    /// byte for byte, including the two blanks after `spark-submit`, because the name of each image is the hash of its
    /// Dockerfile. `Documentation/Recipes.md` says how certain each other kind is.
    ///
    /// - Parameter base: The Dockerfile that the recipe follows.
    /// - Returns: The Dockerfile.
    /// - Throws: ``ImageBuildError`` with the code `instructionInvalid` when a value would not stay in its line.
    func dockerfile(on base: Dockerfile) throws(ImageBuildError) -> Dockerfile {
        var dockerfile = base
        for instruction in instructions(after: base) {
            do {
                try dockerfile.append(instruction)
            } catch {
                throw ImageBuildError(.instructionInvalid, "the instruction '\(instruction.line)' \(error.reason)")
            }
        }
        return dockerfile
    }

    private func instructions(after base: Dockerfile) -> [Dockerfile.NewInstruction] {
        var instructions: [Dockerfile.NewInstruction] = []
        // The user's Dockerfile may set another shell, but these lines are written for the default one.
        if !base.endsInPlainShell { instructions.append(.shell(["/bin/sh", "-c"])) }
        instructions += [
            .user("root"),
            .run("mkdir -p $HOME/.cache"),
            .workDirectory("/"),
            .copy([SetupFiles.proxyFix.path], to: "/etc/apt/apt.conf.d/"),
        ]
        if let name = condaEnvironmentName { instructions += conda(name) }
        instructions += rCommands.map(Dockerfile.NewInstruction.run)
        instructions.append(
            .copy([SetupFiles.sparkCache.path, SetupFiles.sparkLogging.path], to: "/\(SetupFiles.folder)/")
        )
        if cachesSparkPackages { instructions.append(.run(Self.sparkCaching(sparkOptions))) }
        return instructions + [.environment("AZUREML_ENVIRONMENT_IMAGE", "True"), .command(["bash"])]
    }

    private func conda(_ name: String) -> [Dockerfile.NewInstruction] {
        let folder = "\(Self.environmentsFolder)/\(name)"
        let specification = SetupFiles.specificationPath
        var instructions: [Dockerfile.NewInstruction] = [.run(Self.condaUpgrade)]
        if hasPrivateWheels { instructions.append(.copy([PrivateWheel.folder], to: PrivateWheel.folder)) }
        return instructions + [
            .copy([specification], to: specification),
            .run(Self.creation(of: folder, from: specification)),
            .comment("AzureML Conda environment name: \(name)"),
            .environment("PATH", "\(folder)/bin:$PATH"),
            .environment("AZUREML_CONDA_ENVIRONMENT_PATH", folder),
            .environment("LD_LIBRARY_PATH", "\(folder)/lib:$LD_LIBRARY_PATH"),
        ]
    }

    private static let condaUpgrade =
        "if dpkg --compare-versions `conda --version | grep -oE '[^ ]+$'` lt 4.4.11; "
        + "then conda install conda==4.4.11; fi"

    private static func sparkCaching(_ options: [String]) -> String {
        let options = options.joined(separator: " ")
        let script = "/\(SetupFiles.sparkCache.path)"
        return "if [ $SPARK_HOME ]; then /bin/bash -c '$SPARK_HOME/bin/spark-submit \(options) \(script)'; fi"
    }

    private static func creation(of folder: String, from specification: String) -> String {
        [
            "ldconfig /usr/local/cuda/lib64/stubs",
            "conda env create -p \(folder) -f \(specification)",
            #"rm -rf "$HOME/.cache/pip""#,
            "conda clean -aqy",
            "CONDA_ROOT_DIR=$(conda info --root)",
            #"rm -rf "$CONDA_ROOT_DIR/pkgs""#,
            #"find "$CONDA_ROOT_DIR" -type d -name __pycache__ -exec rm -rf {} +"#,
            "ldconfig",
        ].joined(separator: " && ")
    }
}
