import AzureMLSupport
import Testing

@testable import Environment

@Suite struct DescriptionTests {
    @Test(arguments: Fixture.names)
    func `an environment prints the same text as azureml-core's, with secrets masked`(name: String) throws {
        let environment = try Environment(definition: Fixture.json("\(name).json"))
        let expected = String(decoding: try Fixture.bytes("repr/\(name).repr.txt"), as: UTF8.self)
            .replacing("\"password\": \"p\"", with: "\"password\": \"***\"")
            .replacing("\"authToken\": \"tok\"", with: "\"authToken\": \"***\"")
        #expect(String(reflecting: environment) == expected)
    }

    @Test func `the short description has the name and the version`() {
        var environment = Environment(name: "q")
        #expect("\(environment)" == "Environment(Name: q,\nVersion: None)")
        environment.version = "3"
        #expect("\(environment)" == "Environment(Name: q,\nVersion: 3)")
    }

    @Test func `a section prints the same text as within its environment`() {
        let registry = ContainerRegistry(address: "host", username: "me", password: .environmentVariable("TOKEN"))
        #expect(
            "\(registry)" == """
                {
                    "address": "host",
                    "password": "${TOKEN}",
                    "registryIdentity": null,
                    "username": "me"
                }
                """
        )
        #expect("\([DockerImagePlatform()])" == "[{\n    \"architecture\": \"amd64\",\n    \"os\": \"Linux\"\n}]")
    }

    @Test func `a password in an image name is not printed`() {
        var docker = DockerSection()
        docker.baseImage = "me:canary@host/image"
        #expect("\(docker)".contains("\"baseImage\": \"**:******@host/image\""))
        docker.baseImage = "ubuntu@sha256:\(String(repeating: "a", count: 64))"
        #expect("\(docker)".contains("\"baseImage\": \"ubuntu@sha256:aaaa"))
    }
}
