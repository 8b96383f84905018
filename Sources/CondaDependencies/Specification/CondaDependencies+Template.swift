extension CondaDependencies {
    /// The version of azureml-core that this SDK stands for, and of the azureml packages that it pins.
    static let sdkVersion = "1.61.0"

    /// The version of Python that azureml-core gives to a specification when none is asked for.
    @usableFromInline package static let defaultPythonVersion = "3.10.18"

    /// The specification of `CondaDependencies()` in azureml-core 1.61, with the line ends made one kind: there,
    /// seven comment lines end with a carriage return.
    static let template: CondaDependencies = {
        let text = """
            # Conda environment specification. The dependencies defined in this file will
            # be automatically provisioned for runs with userManagedDependencies=False.

            # Details about the Conda environment file format:
            # https://conda.io/docs/user-guide/tasks/manage-environments.html#create-env-file-manually

            name: project_environment
            dependencies:
              # The python interpreter version.
              # Currently Azure ML only supports 3.8 and later.
            - python=3.8.13

            - pip:
                # Required packages for AzureML execution, history, and data preparation.
              - azureml-defaults

            channels:
            - anaconda
            - conda-forge

            """
        // A constant text that reads; a test reads it, and nothing here may stop a user's program.
        return (try? CondaDependencies(yaml: text)) ?? CondaDependencies.empty
    }()
}
