// Azure ML Containers: how Azure ML builds the containers used to run your code.

import AzureMLCore
import Foundation

let guide = URL(filePath: #filePath).deletingLastPathComponent()
let folder = FileManager.default.temporaryDirectory.appending(path: "containers-guide-\(UUID().uuidString)")
defer { try? FileManager.default.removeItem(at: folder) }

// In the guide, the workspace `ws` is in Azure. Here it is a folder, which is removed at the end.
let ws = try await Workspace.create(name: "guide", directory: folder.path)

// ## Dockerfile
//
// Each job in Azure ML runs with an associated `Environment`. In practice, each environment corresponds to a Docker
// image. There are numerous ways to define one; in this example we will work with Conda: see env.yml.
//
// We can create and register this as an `Environment` in our workspace `ws` as follows.

var env = try Environment.fromCondaSpecification(name: "pytorch", filePath: guide.appending(path: "env.yml").path)
// Azure's default base image when the guide was written; today's default is another one.
env.docker.baseImage = "mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20200821.v1"
// The result is assigned because `register` returns the registered environment and does not change `env` itself.
env = try await env.register(workspace: ws)

// In order to consume this environment in a remote run, Azure ML builds a docker image that creates the corresponding
// python environment. The dockerfile used to build this image is available directly from the environment object.

let details = try await env.getImageDetails(workspace: ws)
print("## Dockerfile\n")
print(details["ingredients"]["dockerfile"])

// Notice: the base image is a standard image maintained by Azure ML, and the dockerfile references
// `mutated_conda_dependencies.yml` to build the Python environment via Conda. Get its contents from the environment.

print("## mutated_conda_dependencies.yml\n")
print(env.python.condaDependencies.serializeToString())

// The guide does not show the name that Azure ML gives the image; it follows from the Dockerfile.

print("## Image\n")
print(details.image)
