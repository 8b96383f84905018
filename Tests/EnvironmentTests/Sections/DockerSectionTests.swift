import AzureMLSupport
import Testing

@testable import Environment

@Suite struct DockerSectionTests {
    private static let context = DockerBuildContext(locationType: .git, location: "https://host/a.git")

    @Test func `base image, Dockerfile and build context are mutually exclusive`() {
        var docker = DockerSection()
        docker.baseDockerfile = "FROM a"
        #expect(docker.baseImage == nil)
        docker.buildContext = Self.context
        #expect(docker.baseDockerfile == nil)
        docker.baseImage = "ubuntu:22.04"
        #expect(docker.buildContext == nil)
        docker.buildContext = Self.context
        #expect(docker.baseImage == nil)
        docker.baseDockerfile = "FROM a"
        #expect(docker.buildContext == nil)
        docker.baseImage = "ubuntu:22.04"
        #expect(docker.baseDockerfile == nil)
    }

    @Test func `an empty string or nil removes only that source`() {
        var docker = DockerSection()
        docker.baseDockerfile = ""
        docker.buildContext = nil
        #expect(docker.baseDockerfile == nil)
        #expect(docker.baseImage == DockerSection.defaultCPUImage)
        docker.baseImage = ""
        #expect(docker.baseImage == nil)
    }

    @Test func `a definition that has two sources keeps both`() throws {
        let definition: JSONValue = ["docker": ["baseImage": "a", "baseDockerfile": "FROM b"]]
        let environment = try Environment(definition: definition)
        #expect(environment.docker.baseImage == "a")
        #expect(environment.definition["docker"]["baseDockerfile"].string == "FROM b")
    }
}
