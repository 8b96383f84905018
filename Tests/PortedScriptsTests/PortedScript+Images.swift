import AzureMLCore

extension PortedScript {
    /// Scripts that say what the image is made of.
    static let imageScripts: [PortedScript] = [
        PortedScript(name: "from_dockerfile", source: "MachineLearningNotebooks, pong_rllib.ipynb") { inputs in
            let env = try Environment.fromDockerfile(
                name: "pong-cpu",
                dockerfile: "Dockerfile",
                pipRequirements: "requirements.txt"
            )
            let registered = try await env.register(workspace: inputs.workspace)
            print(registered.version ?? "")
            let image = try Environment.fromDockerImage(
                name: "pong-gpu",
                image: "team/pong:1",
                condaSpecification: "environment.yml"
            )
            return [env, image]
        },
        PortedScript(name: "private_registry", source: "lumonitor") { _ in
            var env = Environment(name: "lumonitor")
            env.docker.enabled = true
            env.docker.baseImage = "lumonitor-azml:latest"
            env.docker.baseImageRegistry.address = "team.azurecr.io"
            env.docker.baseImageRegistry.username = "team"
            env.docker.baseImageRegistry.password = Secret("hunter2hunter2")
            env.python.userManagedDependencies = true
            env.environmentVariables["PYTHONPATH"] = "/usr/lib/python3"
            return [env]
        },
        PortedScript(name: "default_images", source: "AutoML for images, training pipeline") { inputs in
            var env = Environment(name: "AutoMLForImagesEnv")
            env.docker.baseImage = DockerSection.defaultGPUImage
            env.python.condaDependencies = try CondaDependencies.create(pipOptions: inputs.sdkPipOptions)
            try env.python.condaDependencies.addCondaPackage("numpy==1.18.5")
            try env.python.condaDependencies.addCondaPackage("libffi=3.3")
            try env.python.condaDependencies.setPipRequirements([
                "azureml-core==1.37.0", "azureml-mlflow==1.37.0", "azureml-dataprep>=2.24.4",
            ])
            try env.python.condaDependencies.setPythonVersion("3.7")
            _ = try await env.register(workspace: inputs.workspace)
            return [env]
        },
        PortedScript(name: "build_context", source: "Megatron-DeepSpeed, Azure ML example") { inputs in
            let context = try DockerBuildContext.fromLocalDirectory(
                path: "context",
                dockerfilePath: "Dockerfile.dockerfile"
            )
            let env = Environment.fromDockerBuildContext(name: "megatron-ds", dockerBuildContext: context)
            _ = try await env.register(workspace: inputs.workspace).getImageDetails(workspace: inputs.workspace)
            return [env]
        },
        PortedScript(name: "image_details", source: "azure.ml.component, _image.py") { inputs in
            var env = Environment(name: "component")
            env.docker.baseImage = "mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20200821.v1"
            let copy = try Environment(dict: env.asDict())
            let registered = try await copy.register(workspace: inputs.workspace)
            let details = try await registered.getImageDetails(workspace: inputs.workspace)
            let image = details["dockerImage"]["name"].string ?? ""
            let address = details["dockerImage"]["registry"]["address"].string ?? ""
            print(address.isEmpty ? image : "\(address)/\(image)", details.imageExist, details.image)
            print(details["ingredients"]["dockerfile"].string ?? "", details["pythonEnvironment"]["interpreterPath"])
            return [copy]
        },
        PortedScript(name: "dockerfile_text", source: "Spark 3 with a Dockerfile of its own") { _ in
            let dockerfile = """
                FROM continuumio/miniconda3:4.9.2

                ENV SPARK_VERSION 3.0.1
                RUN apt-get -qq update && apt-get -qq -y install default-jre \\
                    && conda install -c conda-forge pyspark=${SPARK_VERSION}
                ENV PATH /opt/conda/bin:$PATH

                """
            var env = Environment(name: "spark-env-custom")
            for package in ["azureml-defaults", "mlflow", "pyspark"] {
                try env.python.condaDependencies.addPipPackage(package)
            }
            env.docker.baseImage = nil
            env.docker.baseDockerfile = dockerfile
            env.inferencingStackVersion = "latest"
            return [env]
        },
    ]
}
