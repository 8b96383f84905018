import AzureMLSupport
import Testing

@testable import Environment

@Suite struct DefinitionTests {
    @Test func `there are 25 fixtures to compare with`() {
        #expect(Fixture.names.count == 25)
    }

    @Test(arguments: Fixture.names)
    func `a definition is written as azureml-core writes it`(name: String) throws {
        let environment = try Environment(definition: Fixture.json("\(name).json"))
        let written = environment.definition.pythonText(indent: 4)
        #expect(written == (try Fixture.definitionText("\(name).json")))
    }

    @Test func `a new environment is azureml-core's default`() throws {
        let written = Environment(name: "myenv").definition.pythonText(indent: 4)
        #expect(written == (try Fixture.definitionText("01_default.json")))
    }

    @Test func `a missing member gets the value that azureml-core gives it`() throws {
        let environment = try Environment(definition: ["name": "bare", "python": [:]])
        let written = environment.definition.pythonText(indent: 4)
        #expect(written == (try Fixture.definitionText("22_skip_defaults.json")))
    }

    @Test func `unknown members keep their position at every level`() throws {
        let environment = try Environment(definition: Fixture.json("16_r.json"))
        var text = environment.definition.pythonText(indent: 4)
        for (before, unknown) in [
            ("    \"version\": null", "    \"autoRebuild\": true"),
            ("        \"interpreterPath\": \"python\"", "        \"later\": [1, {\"a\": \"\\ud800\"}]"),
            ("            \"architecture\": \"amd64\"", "            \"variant\": null"),
            ("                \"repository\": \"https://cran\"", "                \"odd\\ud800\": 1.10"),
        ] {
            text = text.replacing("\(before)\n", with: "\(before),\n\(unknown)\n")
            text = text.replacing("\(before),\n    ", with: "\(before),\n\(unknown),\n    ")
        }
        let original = try JSONValue(parsing: Array(text.utf8))
        try #require(original["docker"]["platform"].object?.names.last == "variant")
        try #require(original.object?.names[2] == "autoRebuild")
        #expect(try Environment(definition: original).definition.pythonText() == original.pythonText())
    }

    @Test(
        arguments: [
            (["nam": "x"], "nam", "json-member-unknown", "'name'"),
            (
                ["environment_variables": [:], "r": nil], "environment_variables", "json-member-case",
                "'environmentVariables'"
            ),
            (["docker": ["BaseImage": "a"]], "docker.BaseImage", "json-member-case", "'baseImage'"),
            (["docker": ["platform": ["ox": "Linux"]]], "docker.platform.ox", "json-member-unknown", nil),
            (
                ["docker": ["baseImageRegistyr": [:]]], "docker.baseImageRegistyr", "json-member-unknown",
                "'baseImageRegistry'"
            ),
            (
                ["r": ["cranPackages": [["name": "a"], ["Name": "b"]]]], "r.cranPackages[1].Name", "json-member-case",
                "'name'"
            ),
            (["autoRebuild": true], "autoRebuild", "json-member-unknown", nil),
        ] as [(JSONValue, String, Diagnostic.Code, String?)]
    )
    func `an unknown member is kept and reported with the nearest known one`(
        definition: JSONValue,
        place: String,
        code: Diagnostic.Code,
        known: String?
    ) throws {
        let diagnostics = try Environment(dict: definition).diagnostics
        #expect(diagnostics.map(\.code) == [code])
        #expect(diagnostics.first?.location?.file == place)
        #expect(diagnostics.first?.severity == (known == nil ? .info : .warning))
        #expect(diagnostics.first?.hint?.english.contains(known ?? "") == (known == nil ? nil : true))
    }

    @Test(arguments: Fixture.names)
    func `a definition that azureml-core wrote has no unknown members`(name: String) throws {
        let codes = try Environment(dict: Fixture.json("\(name).json")).diagnostics.map(\.code.name)
        #expect(!codes.contains { $0.hasPrefix("json-member") })
    }

    @Test(arguments: ["environmentVariables", "docker", "spark", "databricks", "version", "name"])
    func `null stays null until it is changed`(member: String) throws {
        var definition = try #require(Fixture.json("22_skip_defaults.json").object)
        definition[member] = .null
        var environment = try Environment(definition: JSONValue(definition))
        #expect(environment.definition == JSONValue(definition))
        environment.docker.baseImage = "ubuntu:22.04"
        #expect(environment.definition["docker"]["baseImage"].string == "ubuntu:22.04")
        #expect(environment.definition["docker"]["shmSize"].isNull)
    }

    @Test func `null inside a section stays null`() throws {
        let definition: JSONValue = ["name": "x", "docker": ["sharedVolumes": nil, "arguments": nil, "platform": nil]]
        var docker = try Environment(definition: definition).docker
        #expect(!docker.sharedVolumes)
        #expect(docker.json(secrets: .revealed)?["sharedVolumes"].isNull == true)
        docker.sharedVolumes = true
        #expect(docker.json(secrets: .revealed)?["sharedVolumes"].bool == true)
        #expect(docker.json(secrets: .revealed)?["platform"].isNull == true)
    }

    @Test(
        arguments: [
            (["docker": ["arguments": ["a", 2]]], "'docker.arguments[1]' must be a string, but is a number"),
            (
                ["docker": ["baseImageRegistry": ["password": [1]]]],
                "'docker.baseImageRegistry.password' must be a string"
            ),
            (
                ["docker": ["buildContext": ["locationType": "Git"]]],
                "'docker.buildContext.locationType' must be 'git' or"
            ),
            (["docker": ["enabled": "false"]], "'docker.enabled' must be true or false, but is the string 'false'"),
            (["python": nil], "'python' must be an object, but is null"),
            (["r": ["githubPackages": [[:], nil]]], "'r.githubPackages[1]' must be an object, but is null"),
            (["spark": ["packages": [["group": true]]]], "'spark.packages[0].group' must be a string"),
            (["environmentVariables": []], "'environmentVariables' must be an object, but is a list"),
            ("text", "the environment definition must be an object"),
        ] as [(JSONValue, String)]
    )
    func `the error for a value of the wrong kind names its path`(definition: JSONValue, message: String) throws {
        let error = try #require(throws: EnvironmentError.self) {
            try Environment(definition: definition, file: "azureml_environment.json")
        }
        #expect(error.message.contains(message), "\(error)")
        #expect(error.code == .definitionInvalid)
        #expect(error.location?.file == "azureml_environment.json")
    }

    @Test func `a reference cannot be read as an environment`() throws {
        for definition in try [Fixture.json("26_environment_reference.json"), ["name": "x"], [:]] {
            let error = try #require(throws: EnvironmentError.self) { try Environment(definition: definition) }
            #expect(error.code == .definitionMissing)
        }
    }

    @Test func `environment variables keep order and kind`() throws {
        var variables = try Environment(definition: Fixture.json("19_environment_variables.json")).environmentVariables
        #expect(variables.names == ["A", "snake_case_KEY", "EMPTY", "UNI", "NUM"])
        #expect(variables["NUM"] == "5")
        variables["A"] = "2"
        variables["EMPTY"] = nil
        #expect(variables.values == ["A": "2", "snake_case_KEY": "v", "UNI": "é日本", "NUM": 5])
    }
}
