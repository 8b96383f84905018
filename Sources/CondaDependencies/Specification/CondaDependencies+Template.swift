internal import AzureMLSupport

extension CondaDependencies {
    /// The version of azureml-core that this SDK matches, and of the azureml packages that it pins.
    static let sdkVersion = "1.61.0"

    /// The Python version that azureml-core uses in a specification by default.
    @usableFromInline package static let defaultPythonVersion = "3.10.18"

    /// The specification of `CondaDependencies()` in azureml-core 1.61, but with uniform line ends: there, seven
    /// comment lines end with a carriage return.
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
        // A test checks that this constant can be parsed. If it ever cannot, the user's program must still not crash.
        return (try? CondaDependencies(yaml: text)) ?? CondaDependencies.empty
    }()

    /// The default Python versions of azureml-core from 1.0 to 1.61.
    private static let templatePythonVersions = ["3.6.2", "3.8.12", "3.8.13", "3.9.12", defaultPythonVersion]
    /// The channels of the template in the same versions.
    private static let templateChannels: [JSONValue] = [.null, ["conda-forge"], ["anaconda", "conda-forge"]]

    /// Whether this is the specification that some version of azureml-core writes into every definition. Its name does
    /// not matter.
    package var isTemplate: Bool {
        let data = asDict()
        let keys: Set = ["name", "channels", "dependencies"]
        return keys.isSuperset(of: data.keys) && Self.templateChannels.contains(data["channels"])
            && Self.templatePythonVersions.contains { version in
                data["dependencies"] == [JSONValue("python=\(version)"), ["pip": ["azureml-defaults"]]]
            }
    }
}
