import AzureMLSupport
import Environment
import Foundation
import ImageBuild
import TestSupport

extension StormWriter {
    /// Builds an image of its own, and one that another process builds at the same time.
    func build(_ round: Int) async throws {
        try await build("image-\(name)-\(round)", round)
        try await build("image-shared-\(round)", round)
    }

    private func build(_ environmentName: String, _ round: Int) async throws {
        // The stand-in engine holds one image, whatever its name.
        if let folder = ProcessInfo.processInfo.environment["FAKE"] {
            try? FileManager.default.removeItem(atPath: "\(folder)/image")
        }
        let environment = try Environment.fromDockerfile(
            name: environmentName,
            dockerfile: "FROM my.azurecr.io/base:1\nENV NAME=\(environmentName)\n"
        )
        let build = try await environment.build(workspace: workspace)
        try await build.waitForCompletion(showOutput: false)
        guard try await build.status == "Succeeded" else {
            let failure = await build.failure.map { "\($0)" } ?? ""
            throw CocoaError(.executableRuntimeMismatch, userInfo: ["failure": failure])
        }
        report("built", environmentName, round)
    }
}
