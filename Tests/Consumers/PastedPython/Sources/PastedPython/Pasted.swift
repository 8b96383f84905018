// Pasted lines of Python. No line compiles; for each, the compiler names the Swift call in the comment after it.

import AzureMLCore

func pastedPython(
    _ ws: Workspace,
    _ env: inout Environment,
    _ conda: inout CondaDependencies,
    _ context: DockerBuildContext,
    _ variables: [String: String],
    _ text: String,
    _ optional: String?
) {
    _ = Workspace.from_config()  // names: fromConfig(path:)
    _ = Workspace.get("laptop")  // says: write: Workspace.get(name:
    _ = Workspace.from_config("config.json")  // names: fromConfig(path:)
    _ = Workspace.from_config(path: "config.json")  // names: fromConfig(path:)
    _ = Workspace.from_config(path: "config.json", auth: text)  // says: there is nothing to sign in to
    _ = Workspace.from_config(auth: text)  // says: there is nothing to sign in to
    _ = Workspace.fromConfig(path: "config.json", auth: text)  // says: there is nothing to sign in to
    _ = Workspace.fromConfig(auth: text)  // says: there is nothing to sign in to
    _ = Workspace.get(name: "a", subscription_id: "b")  // says: Workspace(subscriptionID:
    _ = Workspace.get(name: "a", subscription_id: "b", resource_group: "c")  // says: Workspace(subscriptionID:
    _ = Workspace.get(name: "a", auth: text, subscription_id: "b", resource_group: "c")  // says: nothing to sign in to
    _ = Workspace.get(name: "a", subscription_id: "b", resource_group: "c", auth: text)  // says: nothing to sign in to
    _ = Workspace.get(name: optional)  // says: must be unwrapped
    _ = ws.subscription_id  // names: subscriptionID
    _ = ws.resource_group  // names: resourceGroup
    _ = ws.compute_targets["cpu"]  // says: needs the Azure ML service
    _ = ws.get_default_datastore()  // says: needs the Azure ML service
    _ = RunConfiguration()  // says: var environment = Environment(name:
    _ = ScriptRunConfig(source_directory: ".", script: "train.py")  // says: register the environment
    _ = DockerConfiguration(use_docker: true)  // says: environment.docker describes the image
    _ = InferenceConfig(entry_script: "score.py", environment: env)  // says: environment.inferencingStackVersion
    _ = MpiConfiguration(process_count_per_node: 1)  // says: register the environment
    _ = PythonScriptStep(script_name: "train.py")  // says: register the environment
    _ = ComputeInstance(ws, "laptop")  // says: compute targets are not part of this SDK
    _ = ContainerImage.image_configuration(runtime: "python")  // says: deployments are not part of this SDK
    _ = Keyvault().get_secret(name: "token")  // says: Secret.environmentVariable("NAME")
    _ = MLClient(subscription_id: "b")  // says: SDK v1
    _ = Experiment(workspace: ws, name: "x")  // says: experiments are not part of this SDK
    _ = ComputeTarget(workspace: ws, name: "cpu")  // says: compute targets are not part of this SDK
    _ = AciWebservice.deploy_configuration(cpu_cores: 1)  // says: deployments are not part of this SDK
    _ = Workspace.from_config(auth: InteractiveLoginAuthentication())  // says: there is nothing to sign in to
    _ = Workspace.create(  // says: create(name: "…", subscriptionID: "…", resourceGroup: "…", location: "…"
        name: "a",
        subscription_id: "b",
        resource_group: "c",
        create_resource_group: true,
        location: "eastus2"
    )
    _ = Workspace.create(name: "a", create_resource_group: true)  // says: Other arguments of azureml-core
    _ = Workspace.create(name: "a", auth: text, exist_ok: true)  // says: Other arguments of azureml-core
    ws.write_config()  // names: writeConfig(path:fileName:)

    _ = Environment("pytorch")  // names: init(name:)
    _ = Environment.from_conda_specification("pytorch", "env.yml")  // names: fromCondaSpecification(name:filePath:)
    _ = Environment.from_conda_specification(file_path: "a", name: "b")  // says: fromCondaSpecification(name:
    _ = Environment.from_pip_requirements("web", "r.txt")  // names: fromPipRequirements(name:filePath:pipVersion:)
    _ = Environment.from_docker_build_context("c", context)  // names: fromDockerBuildContext(name:dockerBuildContext:)
    _ = Environment.add_private_pip_wheel(ws, "a.whl")  // names: addPrivatePipWheel(workspace:filePath:existOK:)
    _ = DockerBuildContext.from_local_directory(ws, "c")  // names: fromLocalDirectory(path:dockerfilePath:)
    _ = EnvironmentReference("web").get_environment(ws)  // names: getEnvironment(workspace:)
    env.docker.base_image = "ubuntu:22.04"  // names: baseImage
    env.docker.gpu_support = true  // says: finds the GPUs by itself
    env.environmentVariables.update(["A": "b"])  // names: merge(_:)
    env.environmentVariables = variables  // says: EnvironmentVariables(dictionary)
    _ = env.environmentVariables["A"].name  // says: value of type 'String?' has no member 'name'
    let dictionary: [String: String] = env.environmentVariables  // says: cannot convert value of type 'Env
    for name in env.environmentVariables.keys { print(name) }  // names: names
    for name in env.environmentVariables.keys() { print(name) }  // names: names
    env.environmentVariables.removeValue(forKey: "A")  // says: write: variables["NAME"] = nil
    env.environmentVariables.removeAll()  // says: write: variables = [:]
    env.environmentVariables.updateValue("a", forKey: "A")  // says: write: variables["NAME"] = value
    env.environmentVariables.merge(["A": "b"]) { $1 }  // says: extra trailing closure
    _ = env.environmentVariables.sorted { $0.key < $1.key }  // says: write: variables.sorted { $0.name < $1.name }
    env.environmentVariables["A", default: "x"] += "y"  // says: (variables["NAME"] ?? "…") + text
    env.docker.baseImageRegistry.password = optional  // says: write: Secret(text)
    _ = env.docker.baseImageRegistry.password?.count  // says: value of type 'Secret' has no member 'count'
    env.docker.base_dockerfile = "FROM ubuntu"  // names: baseDockerfile
    env.environment_variables = ["A": "b"]  // names: environmentVariables
    env.python.user_managed_dependencies = true  // names: userManagedDependencies
    env.spark.precache_packages = false  // names: precachePackages
    _ = env.register(ws)  // names: register(workspace:)
    _ = Environment.get(ws, "pytorch")  // names: get(workspace:name:version:label:)
    _ = Environment.list(ws)  // names: list(workspace:)
    _ = env.clone("copy")  // names: clone(newName:)
    env.save_to_directory("folder")  // names: saveToDirectory(path:overwrite:)
    _ = Environment.load_from_directory("folder")  // names: loadFromDirectory(path:)

    let details = env.get_image_details(ws)  // names: getImageDetails(workspace:)
    _ = details.image_exist  // names: imageExist
    _ = details.interpreter_path  // names: interpreterPath
    _ = details.environment_path  // names: environmentPath

    let build = env.build(ws)  // names: build(workspace:imageBuildCompute:)
    build.wait_for_completion(show_output: true)  // names: waitForCompletion(showOutput:)
    _ = build.log_url  // says: getLog() reads it
    _ = build.get_log()  // names: getLog()
    env.build_local(ws)  // names: buildLocal(workspace:platform:useDocker:pushImageToWorkspaceACR:)

    print(env.python.conda_dependencies.serialize_to_string())  // names: condaDependencies
    print(env.python.condaDependencies.serialize_to_string())  // names: serializeToString()
    conda.add_pip_package("numpy")  // names: addPipPackage(_:)
    conda.remove_pip_package("numpy")  // names: removePipPackage(_:)
    conda.add_conda_package("numpy")  // names: addCondaPackage(_:)
    conda.add_channel("conda-forge")  // names: addChannel(_:)
    conda.set_python_version("3.10")  // names: setPythonVersion(_:)
    _ = conda.get_python_version()  // names: getPythonVersion()
    _ = conda.pip_packages  // names: pipPackages
    _ = conda.as_dict()  // names: asDict()
}
