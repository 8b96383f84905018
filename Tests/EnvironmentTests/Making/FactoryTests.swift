import AzureMLSupport
import AzureMLSystem
import CondaDependencies
import Foundation
import TestSupport
import Testing

@testable import Environment

@Suite struct FactoryTests {
    /// The requirements file of the golden environments. The SDK drops its comment and its empty line, as pip does.
    private static let requirements = """
        # comment
        numpy==1.21

        -e git+https://x/y#egg=z
        --index-url https://example.org/simple
        scikit-learn[extra]>=1.0 ; python_version > '3.6'

        """

    /// Returns the definition that azureml-core made, without the comment and the empty line of its pip list.
    private func golden(_ name: String) throws -> String {
        try Fixture.definitionText("\(name).json")
            .replacing("                        \"# comment\",\n", with: "")
            .replacing("                        \"\",\n", with: "")
    }

    @Test(arguments: [(nil, "04_from_pip_requirements"), ("20.1.1", "05_from_pip_requirements_pip_version")])
    func `a pip requirements file gives azureml-core's environment`(pipVersion: String?, name: String) throws {
        let folder = try ScratchFolder()
        let path = try folder.write("requirements.txt", Self.requirements)
        let environment = try Environment.fromPipRequirements(name: "pipenv", filePath: path, pipVersion: pipVersion)
        #expect(environment.definition.pythonText(indent: 4) == (try golden(name)))
    }

    @Test func `findings about a requirements file are at its file and line, also in included files`() throws {
        let folder = try ScratchFolder()
        try folder.write("more.txt", "# more\n\n  bar=1\n")
        let path = try folder.write("req.txt", "numpy\nscikit-learn 0.22\nfoo==\n-r more.txt\n-e .\na\\\n b\n")
        let environment = try Environment.fromPipRequirements(name: "x", filePath: path)
        let more = "\(folder.path)/more.txt"
        #expect(
            environment.diagnostics.map { "\($0.location?.description ?? "") \($0.code)" } == [
                "\(path):2:14 pip-requirement-invalid", "\(path):3:6 pip-requirement-invalid",
                "\(more):3:6 pip-requirement-invalid", "\(path):5:4 pip-local-path",
                "\(path):6 pip-requirement-invalid",
            ]
        )
    }

    @Test func `an empty pip version means any version, as in Python`() throws {
        let folder = try ScratchFolder()
        let path = try folder.write("requirements.txt", "")
        let environment = try Environment.fromPipRequirements(name: "x", filePath: path, pipVersion: "")
        #expect(environment.python.condaDependencies.condaPackages == ["python=3.8.13", "pip"])
        #expect(environment.python.condaDependencies.pipPackages == [])
    }

    @Test func `a Dockerfile gives azureml-core's environment, from its text and from its path`() throws {
        let text = try Environment.fromDockerfile(name: "df", dockerfile: "FROM ubuntu:22.04\nRUN echo 'hi'\n")
        #expect(text.definition.pythonText(indent: 4) == (try golden("06_from_dockerfile_text")))
        let folder = try ScratchFolder()
        let path = try folder.write("My Dockerfile", "FROM ubuntu:22.04\nRUN echo from-file\n")
        let file = try Environment.fromDockerfile(name: "df", dockerfile: path)
        #expect(file.definition.pythonText(indent: 4) == (try golden("07_from_dockerfile_path")))
    }

    @Test func `a Dockerfile takes a conda file or requirements, but not both`() throws {
        let folder = try ScratchFolder()
        let dockerfile = "FROM ubuntu:22.04\n"
        let conda = Fixture.path("inputs/env.yml")
        let pip = try folder.write("requirements.txt", Self.requirements)
        let withConda = try Environment.fromDockerfile(name: "df", dockerfile: dockerfile, condaSpecification: conda)
        #expect(withConda.definition.pythonText(indent: 4) == (try golden("08_from_dockerfile_conda")))
        let withPip = try Environment.fromDockerfile(name: "df", dockerfile: dockerfile, pipRequirements: pip)
        #expect(withPip.definition.pythonText(indent: 4) == (try golden("09_from_dockerfile_pip")))
        let error = try #require(throws: EnvironmentError.self) {
            try Environment.fromDockerfile(
                name: "df",
                dockerfile: dockerfile,
                condaSpecification: conda,
                pipRequirements: pip
            )
        }
        #expect(error.code == .specificationGivenTwice)
        #expect(throws: EnvironmentError.self) {
            try Environment.fromDockerImage(
                name: "df",
                image: "a",
                condaSpecification: conda,
                pipRequirements: pip
            )
        }
    }

    @Test(arguments: ["Dockerfile", "./missing/Dockerfile", "", ".", "my docker/Dockerfile", "Dockerfile\n", "y z"])
    func `an argument that is neither a Dockerfile's path nor its text is an error`(dockerfile: String) throws {
        let folder = try ScratchFolder()
        try folder.write("y", "x")
        let context = ProcessContext(variables: [:], homeDirectory: "/", currentDirectory: folder.path)
        let error = #expect(throws: EnvironmentError.self) {
            try ProcessContext.$injected.withValue(context) {
                try Environment.fromDockerfile(name: "df", dockerfile: dockerfile)
            }
        }
        #expect(error?.code == .fileUnreadable)
    }

    /// The last argument is longer than any path.
    @Test(arguments: ["FROM ubuntu:22.04", "FROM " + String(repeating: "a/", count: 3_000) + "b"])
    func `a Dockerfile of one line is taken as text, not as a path`(text: String) throws {
        let environment = try Environment.fromDockerfile(name: "df", dockerfile: text)
        #expect(environment.docker.baseDockerfile == text)
    }

    @Test(arguments: UTF16Form.allCases)
    func `a Dockerfile in UTF-16 is refused by the name of its encoding`(form: UTF16Form) throws {
        let folder = try ScratchFolder()
        let text = try #require(form.bytes("FROM a\n"))
        let path = try folder.write("Dockerfile", text)
        let error = #expect(throws: EnvironmentError.self) {
            try Environment.fromDockerfile(name: "x", dockerfile: path)
        }
        #expect(error?.code == .fileUnreadable)
        #expect(error?.message == "the Dockerfile is UTF-16, not UTF-8")
    }

    @Test func `an image gives azureml-core's environment`() throws {
        let expected = try Environment(definition: Fixture.json("10_from_docker_image.json"))
        let image = try #require(expected.docker.baseImage)
        let plain = try Environment.fromDockerImage(name: expected.name, image: image)
        #expect(plain.definition.pythonText(indent: 4) == (try golden("10_from_docker_image")))
    }

    @Test(arguments: ["11_from_docker_image_registry", "12_from_docker_image_registry_identity"])
    func `an image in a registry gives azureml-core's environment`(name: String) throws {
        let expected = try Environment(definition: Fixture.json("\(name).json"))
        let registry = ContainerRegistry(
            address: expected.docker.baseImageRegistry.address,
            username: expected.docker.baseImageRegistry.username,
            password: expected.docker.baseImageRegistry.password,
            registryIdentity: expected.docker.baseImageRegistry.registryIdentity
        )
        let image = try #require(expected.docker.baseImage)
        var environment = try Environment.fromDockerImage(
            name: expected.name,
            image: image,
            containerRegistry: registry
        )
        environment.python.userManagedDependencies = expected.python.userManagedDependencies
        environment.python.condaDependencies = expected.python.condaDependencies
        #expect(environment.definition.pythonText(indent: 4) == (try golden(name)))
    }

    @Test(arguments: ["13_from_docker_build_context_git", "14_from_docker_build_context_storage"])
    func `a build context gives azureml-core's environment`(name: String) throws {
        let expected = try #require(Environment(definition: Fixture.json("\(name).json")).docker.buildContext)
        let context = DockerBuildContext(
            locationType: expected.locationType,
            location: expected.location,
            dockerfilePath: expected.dockerfilePath
        )
        let environmentName = try #require(Fixture.json("\(name).json")["name"].string)
        let environment = Environment.fromDockerBuildContext(name: environmentName, dockerBuildContext: context)
        #expect(environment.definition.pythonText(indent: 4) == (try golden(name)))
    }

    @Test func `an empty Dockerfile path means the default one`() {
        #expect(
            DockerBuildContext(locationType: .git, location: "x", dockerfilePath: "").dockerfilePath == "Dockerfile"
        )
    }

    @Test func `a folder on this machine can be a build context`() throws {
        let folder = try ScratchFolder()
        try folder.write("Dockerfile", "FROM a\n")
        let context = try DockerBuildContext.fromLocalDirectory(path: folder.path)
        #expect(context == DockerBuildContext(location: folder.path))
        // As in Docker, the path is followed and kept as written.
        let dotted = try DockerBuildContext.fromLocalDirectory(path: folder.path, dockerfilePath: "./Dockerfile")
        #expect(dotted.dockerfilePath == "./Dockerfile")
    }

    @Test(arguments: ["../Dockerfile", "/etc/hosts", "missing", ".", "a//b", "a/../Dockerfile"])
    func `a Dockerfile outside its build context is refused`(dockerfilePath: String) throws {
        let folder = try ScratchFolder()
        try folder.write("Dockerfile", "FROM a\n")
        let error = #expect(throws: EnvironmentError.self) {
            try DockerBuildContext.fromLocalDirectory(path: folder.path, dockerfilePath: dockerfilePath)
        }
        #expect(error?.code == .fileUnreadable)
        #expect(throws: EnvironmentError.self) { try DockerBuildContext.fromLocalDirectory(path: "\(folder.path)/no") }
    }

    @Test(arguments: Backing.allCases)
    func `a reference reads the environment that it names`(backing: Backing) async throws {
        let folder = try ScratchFolder()
        let workspace = try await backing.workspace(in: folder)
        var environment = Environment(name: "ref")
        _ = try await environment.register(workspace: workspace)
        environment.environmentVariables["A"] = "2"
        let latest = try await environment.register(workspace: workspace)
        let reference = EnvironmentReference(name: "ref", version: "1")
        #expect(try await reference.getEnvironment(workspace: workspace).version == "1")
        #expect(try await EnvironmentReference(name: "ref").getEnvironment(workspace: workspace) == latest)
        await #expect(throws: EnvironmentError.self) {
            try await EnvironmentReference(name: "none").getEnvironment(workspace: workspace)
        }
    }

    @Test func `a reference is written as azureml-core writes it`() throws {
        let reference = EnvironmentReference(name: "ref", version: "2")
        #expect(reference.description == (try Fixture.definitionText("26_environment_reference.json")))
        #expect(EnvironmentReference(name: "e\u{301}") != EnvironmentReference(name: "\u{E9}"))
    }
}
