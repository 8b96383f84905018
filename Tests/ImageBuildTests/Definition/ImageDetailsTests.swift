import AzureMLSupport
import CondaDependencies
import Environment
import Testing
import Workspace

@testable import ImageBuild

@Suite struct ImageDetailsTests {
    private static let guideImage = "mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20200821.v1"
    private static let guideName = "azureml_7459a71437df47401c6a369f49fbbdb6"

    private static func guide() throws -> Environment {
        var environment = Environment(name: "pytorch")
        environment.docker.baseImage = guideImage
        environment.python.condaDependencies = try CondaDependencies(
            data: [
                "channels": ["defaults", "pytorch"],
                "dependencies": ["python=3.7", "pytorch", "torchvision"],
            ]
        )
        return environment
    }

    @Test func `the details have Python's properties and Python's members`() async throws {
        let scratch = try await TemporaryWorkspace()
        let environment = try await Self.guide().register(workspace: scratch.workspace)
        let details = try await environment.getImageDetails(workspace: scratch.workspace)

        let image = "azureml/azureml_ae31c6ab58033c4e44c7369910eea717"
        #expect(details.image == image)
        #expect(details.repository == image)
        #expect(details.registry == ContainerRegistry())
        #expect(details.imageExist == false)
        #expect(details.interpreterPath == "/azureml-envs/\(Self.guideName)/bin/python")
        #expect(details.environmentPath == "/azureml-envs/\(Self.guideName)")
        #expect(details.dockerfile == (try Fixture.guideDockerfile()))

        #expect(details["imageExistsInRegistry"].bool == false)
        #expect(details["dockerImage"]["name"].string == image)
        #expect(details["dockerImage"]["registry"].object?.names == ["address", "username", "password"])
        #expect(details["dockerImage"]["registry"]["address"].isNull)
        #expect(details["pythonEnvironment"]["interpreterPath"].string == details.interpreterPath)
        #expect(details["pythonEnvironment"]["condaEnvironmentPath"].string == details.environmentPath)
        #expect(details["pythonEnvironment"]["condaEnvironmentName"].string == Self.guideName)
        #expect("\(details["ingredients"]["dockerfile"])" == details.dockerfile)
        #expect(details["ingredients"]["nothing"].isNull)
        #expect(details["ingredients"].contains("dockerfile") && !details["ingredients"].contains("dockerFile"))
        #expect(details.keys == ["imageExistsInRegistry", "dockerImage", "pythonEnvironment", "ingredients"])
        #expect(details["dockerImage"]["registry"].contains("address"))
        #expect(details.contains("dockerImage") && !details.contains("dockerimage"))
        #expect(details["ingredients"].keys == ["dockerfile", "condaSpecification"])
        #expect(details["ingredients"]["condaSpecification"].string?.contains("azureml_") == true)
    }

    @Test func `a local edit does not appear before it is registered`() async throws {
        let scratch = try await TemporaryWorkspace()
        var environment = try await Self.guide().register(workspace: scratch.workspace)
        let registered = try await environment.getImageDetails(workspace: scratch.workspace)
        try environment.python.condaDependencies.addCondaPackage("numpy")
        #expect(try await environment.getImageDetails(workspace: scratch.workspace) == registered)

        environment.version = nil
        environment = try await environment.register(workspace: scratch.workspace)
        #expect(environment.version == "2")
        #expect(try await environment.getImageDetails(workspace: scratch.workspace) != registered)
        environment.version = "1"
        #expect(try await environment.getImageDetails(workspace: scratch.workspace) == registered)
    }

    @Test func `without a version, as after a discarded result, the details describe the one registered last`()
        async throws
    {
        let scratch = try await TemporaryWorkspace()
        var environment = try Self.guide()
        _ = try await environment.register(workspace: scratch.workspace)
        try environment.python.condaDependencies.addCondaPackage("numpy")
        _ = try await environment.register(workspace: scratch.workspace)
        let details = try await environment.getImageDetails(workspace: scratch.workspace)
        let name = try environment.python.condaDependencies.environmentName
        #expect(details["pythonEnvironment"]["condaEnvironmentName"].string == name)
    }

    @Test(arguments: [nil, "7"])
    func `the error for an unregistered environment shows the line to add`(_ version: String?) async throws {
        let scratch = try await TemporaryWorkspace()
        var environment = try Self.guide()
        if version != nil { _ = try await environment.register(workspace: scratch.workspace) }
        environment.version = version
        let error = await #expect(throws: ImageBuildError.self) {
            try await environment.getImageDetails(workspace: scratch.workspace)
        }
        #expect(error?.code == .environmentNotRegistered)
        #expect(error?.message.contains("'pytorch'") == true)
        #expect(error?.message.contains("'tests'") == true)
        #expect(error?.hint?.contains("env = try await env.register(workspace: ws)") == true)
    }

    @Test func `a description hides a credential that quotes hide in a pip option`() throws {
        let line = #"--index-url "https:/"/user:canary@nexus/simple"#
        let specification = try CondaDependencies(yaml: "dependencies:\n- python\n- pip:\n  - \(line)\n")
        let text = JSONValue(specification.serializeToString())
        let details = DockerImageDetails(
            answer: [
                "dockerImage": ["registry": ["address": nil]],
                "ingredients": ["dockerfile": "FROM a\n", "condaSpecification": text],
            ],
            specification: specification,
            recipe: .conda,
            provenance: .derived,
            diagnostics: []
        )
        #expect(!"\(details)".contains("canary"))
        #expect(details["ingredients"]["condaSpecification"] == text)
    }

    @Test func `a description hides the registry's credentials and changes nothing`() {
        let details = DockerImageDetails(
            answer: [
                "imageExistsInRegistry": true,
                "dockerImage": [
                    "name": "azureml/azureml_0",
                    "registry": ["address": "my.azurecr.io", "username": "robot", "password": "hunter2"],
                ],
            ],
            recipe: .conda,
            provenance: .derived,
            diagnostics: []
        )
        var dumped = ""
        dump(details, to: &dumped)
        for text in ["\(details)", String(reflecting: details), dumped] {
            #expect(!text.contains("hunter2"))
            #expect(!text.contains("robot"))
        }
        #expect("\(details)".contains(#""username": "rob***""#))
        #expect("\(details)".contains(#""password": "***""#))
        #expect(details.image == "my.azurecr.io/azureml/azureml_0")
        #expect(details.imageExist)
        #expect(details.registry.username == "robot")
        #expect(details.registry.password == Secret("hunter2"))
        #expect(details.dockerfile == nil)
        #expect(details.interpreterPath == nil)
    }
}
