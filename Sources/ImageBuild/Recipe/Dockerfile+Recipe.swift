internal import Environment

extension Dockerfile {
    /// What the recipe is told of an environment; all of it went through an allow-list.
    struct RecipeParts: Sendable, Hashable {
        /// The name that Azure gives the conda specification; `nil` when the user manages Python.
        var condaEnvironmentName: String?
        /// Whether the context holds private wheels, which pip installs from there.
        var hasPrivateWheels = false
        /// Commands that install R and its packages.
        var rCommands: [String] = []
        /// Whether Spark's packages are fetched when the image is built. Without that, only the `RUN` line goes: the
        /// files that it needs are copied all the same.
        var cachesSparkPackages = true
        /// What `spark-submit` is told in front of the script.
        var sparkOptions: [String] = []
    }

    static let environmentsFolder = "/azureml-envs"

    /// The Dockerfile that Azure ML makes of an environment.
    ///
    /// For a conda environment on a base image, six public build logs of March 2020 to January 2021 prove this text
    /// byte for byte, the two blanks behind `spark-submit` with it, because the name of each image is the hash of its
    /// Dockerfile. `Documentation/Recipes.md` says how sure each other kind is.
    ///
    /// - Parameters:
    ///   - parts: What is put into the image.
    ///   - base: What the image is built upon.
    /// - Returns: The Dockerfile.
    /// - Throws: ``ImageBuildError`` when a value would not stay in its line.
    static func recipe(_ parts: RecipeParts, on base: Base) throws(ImageBuildError) -> Dockerfile {
        var instructions: [Instruction] = []
        // Whatever shell the user's Dockerfile set, these lines are written for the plain one.
        if case .dockerfile(let dockerfile) = base, !dockerfile.endsInPlainShell {
            instructions.append(.shell(["/bin/sh", "-c"]))
        }
        instructions += [
            .user("root"),
            .run("mkdir -p $HOME/.cache"),
            .workDirectory("/"),
            .copy([SetupFiles.proxyFix.path], to: "/etc/apt/apt.conf.d/"),
        ]
        if let name = parts.condaEnvironmentName {
            instructions += conda(name, hasPrivateWheels: parts.hasPrivateWheels)
        }
        instructions += parts.rCommands.map(Instruction.run)
        instructions.append(
            .copy([SetupFiles.sparkCache.path, SetupFiles.sparkLogging.path], to: "/\(SetupFiles.folder)/")
        )
        if parts.cachesSparkPackages { instructions.append(.run(sparkCaching(parts.sparkOptions))) }
        instructions += [.environment("AZUREML_ENVIRONMENT_IMAGE", "True"), .command(["bash"])]
        return try Dockerfile(on: base, instructions)
    }

    private static func conda(_ name: String, hasPrivateWheels: Bool) -> [Instruction] {
        let folder = "\(environmentsFolder)/\(name)"
        let specification = SetupFiles.specificationPath
        var instructions: [Instruction] = [.run(condaUpgrade)]
        if hasPrivateWheels { instructions.append(.copy([PrivateWheel.folder], to: PrivateWheel.folder)) }
        return instructions + [
            .copy([specification], to: specification),
            .run(creation(of: folder, from: specification)),
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
