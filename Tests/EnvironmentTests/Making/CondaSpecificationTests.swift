import AzureMLSupport
import CondaDependencies
import TestSupport
import Testing

@testable import Environment

@Suite struct CondaSpecificationTests {
    @Test func `a file with Python is kept byte for byte`() throws {
        let path = Fixture.path("inputs/env.yml")
        let environment = try Environment.fromCondaSpecification(name: "pytorch", filePath: path)
        #expect(
            Array(environment.python.condaDependencies.serializeToString().utf8)
                == (try Fixture.bytes("inputs/env.yml"))
        )
        #expect(!environment.diagnostics.contains { $0.code == "python-version-missing" })
        #expect(environment.definition["python"] == (try Fixture.json("02_from_conda_specification.json"))["python"])
    }

    @Test func `a file without Python gets azureml-core's as its last dependency, with a diagnostic`() throws {
        let path = Fixture.path("inputs/env_nopython.yml")
        let environment = try Environment.fromCondaSpecification(name: "nopy", filePath: path)
        #expect(
            environment.python.condaDependencies.serializeToString() == """
                name: nopy
                channels: [conda-forge]
                dependencies:
                  - numpy # keep me
                  - pip:
                    - azureml-defaults
                  - python=3.10.18

                """
        )
        let diagnostic = try #require(environment.diagnostics.first { $0.code == "python-version-missing" })
        #expect(diagnostic.location?.file == path)
        #expect(diagnostic.severity == .warning)
        let expected = try Fixture.json("03_from_conda_specification_without_python.json")
        #expect(environment.definition["python"] == expected["python"])
    }

    @Test func `a comment anywhere in the file suppresses a finding about the whole file`() throws {
        let folder = try ScratchFolder()
        let path = try folder.write("env.yml", "dependencies:\n- numpy\n# azureml: ignore python-version-missing\n")
        let environment = try Environment.fromCondaSpecification(name: "x", filePath: path)
        #expect(environment.diagnostics == [])
        #expect(environment.python.condaDependencies.condaPackages == ["numpy", "python=3.10.18"])
    }

    @Test(arguments: ["python", "python>=3.8", "python=3.9.*", "conda-forge::python=3.8", "python =3.8"])
    func `any entry that names Python is left unchanged`(entry: String) throws {
        let folder = try ScratchFolder()
        let text = "dependencies:\n- \(entry)\n"
        let path = try folder.write("env.yml", text)
        let environment = try Environment.fromCondaSpecification(name: "x", filePath: path)
        #expect(environment.python.condaDependencies.serializeToString() == text)
    }

    @Test func `changing a clone does not change the original`() throws {
        var original = Environment(name: "a")
        original.version = "3"
        original.assetID = "azureml://x"
        var copy = try original.clone(newName: "b")
        #expect(copy.name == "b" && copy.version == nil && copy.assetID == nil)
        try copy.python.condaDependencies.addCondaPackage("numpy")
        #expect(!original.python.condaDependencies.condaPackages.contains("numpy"))
        #expect(throws: EnvironmentError.self) { try original.clone(newName: "") }
    }
}
