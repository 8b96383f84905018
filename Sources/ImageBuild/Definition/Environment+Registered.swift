internal import AzureMLSupport
internal import Environment
internal import Workspace

extension Environment {
    /// Returns the environment that the workspace has under this name and version.
    func registered(in workspace: Workspace) async throws -> Environment {
        do {
            return try await Environment.getWithoutDiagnostics(workspace: workspace, name: name, version: version)
        } catch let error as EnvironmentError where error.code == .notFound {
            let detail = version.map { " with the version '\($0)'" } ?? ""
            throw ImageBuildError(
                .environmentNotRegistered,
                "the environment '\(name)'\(detail) is not registered in the workspace '\(workspace.name)'",
                hint: "add this line before the call: env = try await env.register(workspace: ws)",
                underlying: error
            )
        }
    }
}
