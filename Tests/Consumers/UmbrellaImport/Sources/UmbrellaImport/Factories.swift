import AzureMLCore

/// Every call in Documentation/Environments.md.
func makeEveryKind(in ws: Workspace) async throws -> [Environment] {
    let registry = ContainerRegistry(
        address: "my.azurecr.io",
        username: "me",
        password: .environmentVariable("REGISTRY_PASSWORD")
    )
    let git = DockerBuildContext(locationType: .git, location: "https://example.org/team/images.git#main:web")
    let local = try DockerBuildContext.fromLocalDirectory(path: "context")
    let wheel = try await Environment.addPrivatePipWheel(workspace: ws, filePath: "dist/mine-1.0-py3-none-any.whl")
    var mine = Environment(name: "mine")
    try mine.python.condaDependencies.addPipPackage(wheel)
    print(mine.python.condaDependencies.pipPackages, String(reflecting: mine))
    return [
        try Environment.fromPipRequirements(name: "web", filePath: "requirements.txt", pipVersion: "23.3.1"),
        try Environment.fromPipRequirements(name: "web", filePath: "requirements.txt", allowingFilesOutside: true),
        try Environment.fromDockerfile(name: "both", dockerfile: "Dockerfile", condaSpecification: "env.yml"),
        try Environment.fromDockerImage(name: "image", image: "team/base:1", containerRegistry: registry),
        Environment.fromDockerBuildContext(name: "git", dockerBuildContext: git),
        Environment.fromDockerBuildContext(name: "local", dockerBuildContext: local),
        try await Environment.fromExistingCondaEnvironment(name: "laptop", condaEnvironmentName: "base"),
        try await EnvironmentReference(name: "web", version: "1").getEnvironment(workspace: ws),
        mine,
    ]
}

func searchAndArchive(_ ws: Workspace) async throws -> Workspace {
    let found = try await ws.environments.search(package: "numpy", version: ">=1.26,<2")
    for match in found.matches { print(match.name, match.version, match.entry, match.certainty) }
    for diagnostic in found.diagnostics { print(diagnostic) }
    try await ws.exportWorkspace(path: "laptop.tar", overwrite: true)
    return try await Workspace.importWorkspace(path: "laptop.tar", directory: "copy")
}
