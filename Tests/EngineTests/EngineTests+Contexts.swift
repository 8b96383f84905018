import AzureMLSupport
import AzureMLSystem
import Environment
import Foundation
import Testing
import Workspace

@testable import ImageBuild

/// Builds of the user's own build contexts.
extension EngineTests {
    private static func built(_ architecture: String, in scratch: EngineScratch) async throws -> ImageBuildDetails {
        var environment = Environment(name: "context")
        environment.docker.baseImage = nil
        environment.docker.buildContext = DockerBuildContext(location: "context", dockerfilePath: "./link")
        environment.docker.platform.architecture = architecture
        let build = try await environment.build(workspace: scratch.workspace)
        try await build.waitForCompletion(showOutput: false)
        #expect(await build.failure == nil)
        return build
    }

    @Test func `images for two platforms are built, and neither is taken for the other`() async throws {
        let scratch = try await EngineScratch()
        let folder = URL(filePath: scratch.path).appending(path: "context")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        try Data("FROM scratch\nCOPY . /\(UUID().uuidString)/\n".utf8).write(to: folder.appending(path: "Dockerfile"))
        try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/link", withDestinationPath: "Dockerfile")
        let process = ProcessContext(
            variables: EngineSetting.variables,
            homeDirectory: NSHomeDirectory(),
            currentDirectory: scratch.path
        )
        try await ProcessContext.$injected.withValue(process) {
            let engine = try await EngineSearch.engine()
            var images: Set<String> = []
            for (architecture, isBuilt) in [("arm64", true), ("amd64", true), ("amd64", false), ("arm64", true)] {
                let build = try await Self.built(architecture, in: scratch)
                images.insert(build.image)
                #expect(
                    try await engine.image(named: build.localImage)?.platform?.description == "linux/\(architecture)"
                )
                var steps = 0
                for await event in build.events { if case .started = event { steps += 1 } }
                #expect((steps > 0) == isBuilt)
            }
            #expect(images.count == 1)
        }
    }
}
