// Calls with their labels in another order, or with Python's labels. No line compiles; a message of the compiler has
// the Swift labels only, or says which argument comes first.

import AzureMLCore

func otherOrders(_ ws: Workspace, _ env: Environment) async throws {
    _ = try CondaDependencies.create(condaPackages: ["numpy"], pipPackages: ["a"])  // labels
    _ = try CondaDependencies.create(conda_packages: ["numpy"], pip_packages: ["a"])  // labels
    _ = try CondaDependencies.create(pip_packages: ["a"], conda_packages: ["numpy"])  // labels
    _ = try CondaDependencies.create(pinSDKVersion: true, pythonVersion: "3.8", condaPackages: ["a"])  // labels
    _ = try await Workspace.create(subscriptionID: "s", name: "a")  // labels
    _ = try await Workspace.create(location: "w", name: "a")  // labels
    _ = try await Workspace.create(existOK: true, name: "a")  // labels
    _ = try await Workspace.create(name: "a", existOK: true, location: "w")  // labels
    _ = try await Workspace.create(exist_ok: true, name: "a")  // labels
    _ = try await Workspace.create(name: "a", exist_ok: true, resource_group: "g")  // labels
    _ = try Workspace(workspaceName: "a", subscriptionID: "b", resourceGroup: "c")  // labels
    _ = try await Environment.get(name: "a", workspace: ws)  // labels
    _ = try await Environment.get(workspace: ws, version: "1", name: "a")  // labels
    _ = try await Environment.get(workspace: ws, label: "x", name: "a")  // labels
    try await Environment.label(workspace: ws, version: "1", name: "x", labels: [])  // labels
    _ = try Environment.fromCondaSpecification(filePath: "a", name: "b")  // labels
    _ = try Environment.fromPipRequirements(filePath: "a", name: "b")  // labels
    _ = try Environment.fromDockerfile(dockerfile: "a", name: "b")  // labels
    _ = try Environment.fromDockerImage(image: "a", name: "b")  // labels
    _ = try Environment.fromDockerImage(name: "b", image: "a", pipRequirements: "r", condaSpecification: "c")  // labels
    _ = Environment.fromDockerBuildContext(dockerBuildContext: DockerBuildContext(), name: "b")  // labels
    _ = try await Environment.fromExistingCondaEnvironment(condaEnvironmentName: "a", name: "b")  // labels
    _ = try await Environment.addPrivatePipWheel(filePath: "a", workspace: ws)  // labels
    try env.saveToDirectory(overwrite: true, path: "a")  // labels
    _ = try await env.build(imageBuildCompute: "c", workspace: ws)  // labels
    try await env.buildLocal(useDocker: true, workspace: ws)  // labels
    _ = try await env.pushImage(registry: ContainerRegistry(), workspace: ws)  // labels
    try await ws.exportWorkspace(overwrite: true, path: "x")  // labels
    _ = try await Workspace.importWorkspace(directory: "x", path: "y")  // labels
    _ = try ws.writeConfig(fileName: "a", path: "b")  // labels
    _ = DockerBuildContext(dockerfilePath: "a", location: "b")  // labels
    _ = ContainerRegistry(username: "a", address: "b")  // labels
    _ = try CondaDependencies().saveToFile(condaFilePath: "a", baseDirectory: "b")  // labels
    _ = RCranPackage(version: "a", name: "b")  // labels
    _ = SparkPackage(version: "a", group: "b")  // labels
    _ = try CondaDependencies.create(python_version: "3.8", pip_packages: [], conda_packages: [])  // labels
    _ = try await Workspace.create(name: "a", subscription_id: "b", resource_group: "c")  // labels
    _ = try await env.build(workspace: ws, image_build_compute: "c")  // labels
    _ = try Workspace(resourceGroup: "b", subscriptionID: "a", workspaceName: "c")  // labels
    _ = try Workspace(resourceGroup: "b", workspaceName: "c", subscriptionID: "a")  // labels
    _ = try Workspace(subscription_id: "a", resource_group: "b", workspace_name: "c")  // labels
    _ = try Workspace(workspace_name: "c", subscription_id: "a", resource_group: "b")  // labels
    _ = try Workspace("a", "b", "c")  // labels
    _ = try await Workspace.get(directory: "d", name: "a")  // labels
    _ = try await Workspace.create(name: "a", exist_ok: true)  // labels
    _ = try await Workspace.create(name: "a", subscription_id: "b", resource_group: "c", exist_ok: true)  // labels
    _ = try await Workspace.create(name: "a", resource_group: "c", location: "d", exist_ok: true)  // labels
    _ = DockerBuildContext(location: "a", locationType: .git)  // labels
    _ = DockerBuildContext(location: "a", locationType: .git, dockerfilePath: "b")  // labels
    _ = DockerBuildContext(location: "a", dockerfilePath: "b", locationType: .git)  // labels
    _ = DockerBuildContext(dockerfilePath: "b", locationType: .git, location: "a")  // labels
    _ = DockerBuildContext(dockerfilePath: "b", location: "a", locationType: .git)  // labels
    _ = DockerBuildContext(location_type: .git, location: "a")  // labels
    _ = DockerBuildContext(.git, "a")  // labels
    _ = try CondaDependencies.create(pip_packages: ["a"], pin_sdk_version: false)  // labels
    _ = try CondaDependencies.create(pip_indexurl: "a", pip_packages: ["b"], python_version: "3.8")  // labels
}
