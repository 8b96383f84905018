import AzureMLCore

/// Every call in Documentation/Building.md.
func buildImage(of env: Environment, in ws: Workspace) async throws {
    let build = try await env.build(workspace: ws)
    try await build.waitForCompletion()
    print(try await build.status, try await build.getLog(), build.image, build.localImage, build.engine)
    if let failure = await build.failure { print(failure, failure.step as Any, failure.explanation ?? "") }

    for await line in build.lines { print(line) }
    for await event in build.events {
        switch event {
        case .started(let step): print("\(step.number) of \(step.total): \(step.instruction)")
        case .cached(let step): print(step, "cached")
        case .output(let line, _): print(line)
        case .finished(let step, let duration): print(step, duration)
        }
    }
    build.cancel()
    print(await build.imageID ?? "", await build.imageDigest ?? "")

    try await env.buildLocal(workspace: ws, useDocker: true, pushImageToWorkspaceACR: false)
    print(try await env.resolveBaseImage(workspace: ws))
    let registry = ContainerRegistry(address: "my.azurecr.io", username: "me", password: .file("password.txt"))
    print(try await env.pushImage(workspace: ws, registry: registry))
    print(try await Environment.from(image: build.image, workspace: ws).name)
}
