import AzureMLSupport
import Testing

@testable import CondaDependencies

@Suite struct ReadingTests {
    @Test func `lists are read in the order of the file`() throws {
        let dependencies = try CondaDependencies(
            yaml: """
                channels: [defaults, conda-forge]
                dependencies:
                  - python=3.8
                  - numpy>=1.2
                  - pip:
                    - --pre
                    - a==1
                  - 3.10
                  -
                  - pip:
                    - b[x]>2 ; python_version > "3.6"
                """
        )
        #expect(dependencies.condaChannels == ["defaults", "conda-forge"])
        #expect(dependencies.condaPackages == ["python=3.8", "numpy>=1.2", "3.10"])
        #expect(dependencies.pipPackages == ["a==1", "b[x]>2 ; python_version > \"3.6\""])
        #expect(dependencies.pipOptions == ["--pre"])
        let codes = ["yaml-item-not-text", "yaml-item-not-text", "pip-section-repeated"]
        #expect(dependencies.diagnostics.map(\.code.name) == codes)
        #expect(dependencies.diagnostics.first?.location?.description == "<text>:8:5")
    }

    @Test(arguments: ["dependencies:\n", "dependencies:\nchannels:\n", "dependencies:\n- pip:\n", "name: x\n", "{}\n"])
    func `empty values are read as empty lists`(yaml: String) throws {
        let dependencies = try CondaDependencies(yaml: yaml)
        #expect(dependencies.condaChannels.isEmpty && dependencies.condaPackages.isEmpty)
        #expect(dependencies.pipPackages.isEmpty && dependencies.pipOptions.isEmpty)
        #expect(dependencies.getPythonVersion() == nil)
    }

    @Test func `a text in place of a list is read as its only entry`() throws {
        let dependencies = try CondaDependencies(yaml: "channels: abc\ndependencies: numpy\n")
        #expect(dependencies.condaChannels == ["abc"])
        #expect(dependencies.condaPackages == ["numpy"])
        #expect(
            dependencies.diagnostics.map(\.code.name) == ["conda-dependencies-invalid", "conda-dependencies-invalid"]
        )
    }

    @Test(arguments: [
        ("dependencies: [python=3.8]\nvariables: {A: 2020-01-31}\n", "name-prediction-unproved", "2:16"),
        ("dependencies: [python=3.8]\nvariables: {A: .inf}\n", "name-prediction-unproved", "2:16"),
        ("dependencies:\n", "conda-dependencies-invalid", "1:14"),
        ("dependencies: [python, true]\n", "yaml-item-not-text", "1:24"),
    ])
    func `an unusual value is kept and reported with its location`(yaml: String, code: String, place: String) throws {
        let dependencies = try CondaDependencies(yaml: yaml)
        #expect(dependencies.diagnostics.map(\.code.name) == [code])
        #expect(dependencies.diagnostics.first?.location?.description == "<text>:\(place)")
        #expect(dependencies.serializeToString() == yaml)
    }

    @Test(arguments: [
        ("python=3.8", "3.8"), ("python==3.8.13", "3.8.13"), ("conda-forge::python=3.9", "3.9"), ("python =3.7", "3.7"),
        ("python=3.8.5=h0371630_0", "3.8.5"), ("python=3.9.*", "3.9"), ("python 3.9", "3.9"), ("Python=3.6", "3.6"),
        ("python[version='3.10']", "3.10"),
    ])
    func `the Python version is the one that its entry pins`(entry: String, version: String) throws {
        #expect(try CondaDependencies(yaml: "dependencies: [\"\(entry)\"]").getPythonVersion() == version)
    }

    @Test(arguments: ["python", "python>=3.8", "python>=3.6,<3.9", "python-dotenv=1.0", "pythonnet", "ipython=8.0"])
    func `an entry that pins no Python gives no version`(entry: String) throws {
        #expect(try CondaDependencies(yaml: "dependencies: [\"\(entry)\"]").getPythonVersion() == nil)
    }

    @Test func `the default specification is azureml-core's template`() throws {
        let dependencies = CondaDependencies()
        #expect(dependencies.condaPackages == ["python=3.8.13"])
        #expect(dependencies.pipPackages == ["azureml-defaults"])
        #expect(dependencies.condaChannels == ["anaconda", "conda-forge"])
        #expect(!dependencies.serializeToString().utf8.contains(UInt8(ascii: "\r")))
        // The name of azureml-core's default by the rule that the public pairs confirm.
        #expect(try dependencies.environmentName == "azureml_f3f7e6c5fb83d94df23933000bf02da3")
    }

    @Test func `empty has no text and no data`() {
        #expect(CondaDependencies.empty.serializeToString() == "")
        #expect(CondaDependencies.empty.asDict().isNull)
        #expect(CondaDependencies.empty.condaPackages.isEmpty)
    }

    @Test func `data in memory gets azureml-core's layout`() throws {
        let data: JSONValue = ["name": "x", "dependencies": ["python=3.8", ["pip": ["é", "on"]]], "channels": ["c"]]
        let dependencies = try CondaDependencies(data: data)
        #expect(
            dependencies.serializeToString()
                == "name: x\ndependencies:\n- python=3.8\n- pip:\n  - é\n  - 'on'\nchannels:\n- c\n"
        )
        #expect(dependencies.asDict() == data)
    }
}
