import AzureMLCore
import CondaDependencies
import ImageBuild

/// Formats of the shapes: texts that a workspace stores and searches, and a folder with an ignore file.
extension Format {
    static let registeredSpecification = Format(name: "registered specification", tokens: [], frames: []) { text in
        _ = try await register(text)
    }

    static let searchedSpecification = Format(name: "searched specification", tokens: [], frames: []) { text in
        _ = try await register(text).environments.search(package: "numpy", version: ">=1")
    }

    /// The steps of the rules for all files are limited, not their time for the text of the rules.
    static let contextFolder = Format(name: "build context", tokens: [], frames: [], base: .seconds(10)) { text in
        try InputFolder.context.write(text, to: ".dockerignore")
        _ = try BuildContext(directory: InputFolder.context.path)
    }

    private static func register(_ text: String) async throws -> Workspace {
        let workspace = try Workspace.inMemory(name: "w")
        var environment = Environment(name: "x")
        environment.python.condaDependencies = try CondaDependencies(yaml: text)
        _ = try await environment.register(workspace: workspace)
        return workspace
    }
}
