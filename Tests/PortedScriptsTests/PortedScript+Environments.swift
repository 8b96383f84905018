import AzureMLCore

extension PortedScript {
    /// Scripts that make an environment, change its sections, and register it.
    static let environmentScripts: [PortedScript] = [
        PortedScript(name: "using_environments", source: "MachineLearningNotebooks, using-environments") { inputs in
            let ws = inputs.workspace
            var myenv = Environment(name: "myenv")
            var condaDep = CondaDependencies()
            try condaDep.addCondaPackage("scikit-learn")
            try condaDep.addPipPackage("pillow==6.2.1")
            myenv.python.condaDependencies = condaDep
            myenv.environmentVariables = ["MESSAGE": "Hello from Azure Machine Learning"]
            _ = try await myenv.register(workspace: ws)
            let envs = ws.environments
            for try await env in envs where env.name.hasPrefix("AzureML") {
                print("Name", env.name, "packages", env.python.condaDependencies.serializeToString())
            }
            var restored = try await Environment.get(workspace: ws, name: "myenv", version: "1")
            restored.environmentVariables["MESSAGE"] = "again"
            restored = try await restored.clone(newName: "copy").register(workspace: ws)
            print(restored.name, restored.version ?? "")
            return [myenv]
        },
        PortedScript(name: "manage_environment", source: "MLOpsPython, manage_environment.py") { inputs in
            let path = "ci_dependencies.yml"
            var env = try Environment.fromCondaSpecification(name: "ci", filePath: path)
            env.environmentVariables["DATASTORE_NAME"] = "datastore"
            if let restored = try? await Environment.get(workspace: inputs.workspace, name: "ci") { env = restored }
            _ = try await env.register(workspace: inputs.workspace)
            return [env]
        },
        PortedScript(name: "train_on_local", source: "MachineLearningNotebooks, train-on-local") { inputs in
            var userManaged = Environment(name: "user-managed-env")
            userManaged.python.userManagedDependencies = true
            userManaged.python.interpreterPath = "/home/johndoe/miniconda3/envs/myenv/bin/python"
            var systemManaged = Environment(name: "system-managed-env")
            systemManaged.python.userManagedDependencies = false
            systemManaged.python.condaDependencies = try CondaDependencies.create(
                condaPackages: ["scikit-learn"],
                pipOptions: inputs.sdkPipOptions
            )
            return [userManaged, systemManaged]
        },
        PortedScript(name: "image_classification", source: "MachineLearningNotebooks, part2-deploy") { inputs in
            var env = Environment(name: "tutorial-env")
            env.python.condaDependencies = try CondaDependencies.create(
                pipPackages: ["azureml-dataset-runtime[pandas,fuse]", "azureml-defaults"],
                condaPackages: ["scikit-learn==0.22.1"],
                pipOptions: inputs.sdkPipOptions
            )
            env.inferencingStackVersion = "latest"
            env = try await env.register(workspace: inputs.workspace)
            env = try await Environment.get(workspace: inputs.workspace, name: "tutorial-env", version: "1")
            var local = Environment(name: "tutorial-env")
            local.python.condaDependencies = try CondaDependencies.create(
                pipPackages: ["azureml-dataset-runtime[pandas,fuse]", "azureml-defaults"],
                condaPackages: ["scikit-learn==0.22.1"],
                pipOptions: inputs.sdkPipOptions
            )
            local.inferencingStackVersion = "latest"
            return [local]
        },
        PortedScript(name: "spark_packages", source: "mmlspark, deployment on AKS") { inputs in
            var env = Environment(name: "sparkmlenv")
            env.docker.baseImage = "microsoft/mmlspark:0.15"
            let pip = ["azureml-defaults", "numpy==1.14.2", "scikit-learn==0.19.1", "pandas", "pydocumentdb"]
            env.python.condaDependencies = try CondaDependencies.create(
                pipPackages: pip,
                pipOptions: inputs.sdkPipOptions
            )
            env.inferencingStackVersion = "latest"
            env.spark.precachePackages = true
            env.spark.repositories = ["https://example.org/maven"]
            env.spark.packages = [
                SparkPackage(group: "com.microsoft.ml.spark", artifact: "mmlspark_2.11", version: "0.15"),
                SparkPackage(group: "org.apache.hadoop", artifact: "hadoop-azure", version: "2.7.0"),
            ]
            return [env]
        },
        PortedScript(name: "r_packages", source: "azureml R pipelines and the SDK for R") { _ in
            var renv = Environment(name: "rpipeline-renv")
            renv.docker.enabled = true
            var section = RSection()
            let tidyverse = RCranPackage(name: "tidyverse", version: "1.3.0", repository: "https://example.org/cran")
            section.cranPackages = [tidyverse]
            section.githubPackages = [RGitHubPackage(repository: "team/analysis")]
            section.customURLPackages = ["https://example.org/packages/own_1.0.tar.gz"]
            section.bioconductorPackages = ["limma"]
            renv.r = section
            var userManaged = Environment(name: "r-custom-image")
            userManaged.docker.baseImage = "team/r-base:4"
            userManaged.python.userManagedDependencies = true
            userManaged.r = RSection()
            userManaged.r?.userManaged = true
            return [renv, userManaged]
        },
        PortedScript(name: "environment_class", source: "sikriml, AmlEnvironment") { inputs in
            var env = Environment(name: "sikriml")
            for package in ["python=3.8", "pip=20.2.4", "cudatoolkit=11"] {
                try env.python.condaDependencies.addCondaPackage(package)
            }
            for package in ["Pillow", "pillow==9.0", "azureml-defaults", "Flask-Cors"] {
                try env.python.condaDependencies.addPipPackage(package)
            }
            try env.python.condaDependencies.addChannel("pytorch")
            env.docker.baseImage = DockerSection.defaultCPUImage
            env.environmentVariables = EnvironmentVariables(["LOG_LEVEL": "debug", "APP": "web"])
            _ = try await env.register(workspace: inputs.workspace)
            return [env]
        },
        PortedScript(name: "versions_and_labels", source: "scripts with versions, labels and .tar.gz wheels") {
            inputs in
            let ws = inputs.workspace
            let scratch = "mev-competition-0.1.9.tar.gz"
            let reference = try await Environment.addPrivatePipWheel(workspace: ws, filePath: scratch, existOK: true)
            var env = Environment(name: "competition")
            env.version = "2021.04"
            try env.python.condaDependencies.addPipPackage(reference)
            _ = try await env.register(workspace: ws)
            try await Environment.label(workspace: ws, name: "competition", version: "2021.04", labels: ["prod"])
            let labelled = try await Environment.get(workspace: ws, name: "competition", label: "prod")
            print(labelled.version ?? "", try await Environment.list(workspace: ws).keys)
            return [env]
        },
    ]
}
