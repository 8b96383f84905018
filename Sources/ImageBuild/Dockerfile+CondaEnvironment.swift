extension Dockerfile {
    private static let setupFolder = "azureml-environment-setup"
    static let environmentsFolder = "/azureml-envs"

    /// The Dockerfile that Azure ML makes for a conda environment on a base image.
    ///
    /// Six public build logs of March 2020 to January 2021 prove this text byte for byte, the two blanks behind
    /// `spark-submit` with it, because the name of each image is the hash of its Dockerfile.
    ///
    /// - Parameters:
    ///   - name: The name that Azure gives the conda specification.
    ///   - baseImage: The image to start from.
    ///   - cachesSparkPackages: Whether Spark's packages are fetched when the image is built. Without that, only the
    ///     `RUN` line goes: the files that it needs are copied all the same.
    /// - Returns: The Dockerfile.
    /// - Throws: ``ImageBuildError`` when a name would not stay in its line.
    static func condaEnvironment(
        named name: String,
        on baseImage: ImageReference,
        cachesSparkPackages: Bool
    ) throws(ImageBuildError) -> Dockerfile {
        let folder = "\(environmentsFolder)/\(name)"
        let specification = "\(setupFolder)/mutated_conda_dependencies.yml"
        var instructions: [Instruction] = [
            .from(baseImage),
            .user("root"),
            .run("mkdir -p $HOME/.cache"),
            .workDirectory("/"),
            .copy(["\(setupFolder)/99brokenproxy"], to: "/etc/apt/apt.conf.d/"),
            .run(condaUpgrade),
            .copy([specification], to: specification),
            .run(creation(of: folder, from: specification)),
            .comment("AzureML Conda environment name: \(name)"),
            .environment("PATH", "\(folder)/bin:$PATH"),
            .environment("AZUREML_CONDA_ENVIRONMENT_PATH", folder),
            .environment("LD_LIBRARY_PATH", "\(folder)/lib:$LD_LIBRARY_PATH"),
            .copy(["\(setupFolder)/spark_cache.py", "\(setupFolder)/log4j.properties"], to: "/\(setupFolder)/"),
        ]
        if cachesSparkPackages { instructions.append(.run(sparkCaching)) }
        instructions += [.environment("AZUREML_ENVIRONMENT_IMAGE", "True"), .command(["bash"])]
        return try Dockerfile(instructions)
    }

    private static let condaUpgrade =
        "if dpkg --compare-versions `conda --version | grep -oE '[^ ]+$'` lt 4.4.11; "
        + "then conda install conda==4.4.11; fi"

    private static let sparkCaching =
        "if [ $SPARK_HOME ]; then /bin/bash -c '$SPARK_HOME/bin/spark-submit  /\(setupFolder)/spark_cache.py'; fi"

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
