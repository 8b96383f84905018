import Foundation
import TestSupport
import Testing

/// The samples as a user runs them: the built programs, from another folder.
@Suite struct SamplesTests {
    @Test(arguments: [("ContainersGuide", "Image"), ("ContainersGuideJa", "イメージ")])
    func `a sample prints the texts of its guide in any working directory`(
        _ sample: String,
        _ imageHeading: String
    ) async throws {
        let folder = try ScratchFolder()
        try folder.makeFolder("current folder")

        let output = try await Self.output(
            of: sample,
            in: "\(folder.path)/current folder",
            temporaryFolder: folder.path
        )

        let dockerfile = try Fixture.guideDockerfile()
        let conda = try Fixture.text("guide-mutated_conda_dependencies.yml")
        let expected = """
            ## Dockerfile

            \(dockerfile)
            ## mutated_conda_dependencies.yml

            \(conda)
            ## \(imageHeading)

            azureml/azureml_ae31c6ab58033c4e44c7369910eea717

            """
        #expect(output == Array(expected.utf8))
        #expect(try folder.tree() == ["current folder"])
    }

    private static func output(of sample: String, in current: String, temporaryFolder: String) async throws -> [UInt8] {
        try await TestProgram.output(
            productsFolder.appending(path: sample).path,
            [],
            workingDirectory: current,
            variables: ["TMPDIR": temporaryFolder, "HOME": temporaryFolder]
        )
    }

    /// The folder of the test bundle, which also contains the built samples.
    static var productsFolder: URL {
        let bundles = ProcessInfo.processInfo.arguments.filter { $0.contains(".xctest") }
        let path = bundles.last.flatMap { $0.components(separatedBy: ".xctest").first } ?? CommandLine.arguments[0]
        return URL(filePath: path).deletingLastPathComponent()
    }
}
