import AzureMLCore

/// Every call in the samples, and the types of the results.
func walkThroughGuide(conda file: String, in folder: String) async throws {
    let ws = try await Workspace.create(name: "guide", directory: folder)
    var env = try Environment.fromCondaSpecification(name: "pytorch", filePath: file)
    env.docker.baseImage = "mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20200821.v1"
    env = try await env.register(workspace: ws)

    let details = try await env.getImageDetails(workspace: ws)
    print(details["ingredients"]["dockerfile"])
    print(env.python.condaDependencies.serializeToString())
    print(details.image)

    let dockerfile: String? = details["ingredients"]["dockerfile"].string
    let conda: CondaDependencies = env.python.condaDependencies
    let found: [Diagnostic] = env.diagnostics + details.diagnostics + conda.diagnostics
    print(dockerfile ?? "", found.map(\.message.english), details["dockerImage"]["name"] == JSONValue(details.image))
}

/// The errors can be caught by their codes.
func explainMissingRegistration(of env: Environment, in ws: Workspace) async throws -> String? {
    do {
        _ = try await env.getImageDetails(workspace: ws)
        return nil
    } catch let error as ImageBuildError where error.code == .environmentNotRegistered {
        return error.hint
    }
}
