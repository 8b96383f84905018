import AzureMLCore

// Script ENV_YML FOLDER: a typical user's script. It loads a specification, registers the environment in a new
// workspace in the folder and prints its Dockerfile.
let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 2 else { fatalError("usage: Script ENV_YML FOLDER") }
let workspace = try await Workspace.create(name: "benchmark", directory: arguments[1] + "/workspace")
var environment = try Environment.fromCondaSpecification(name: "script", filePath: arguments[0])
environment = try await environment.register(workspace: workspace)
print(try await environment.getImageDetails(workspace: workspace).dockerfile ?? "")
