import AzureMLSupport
import Testing

@testable import CondaDependencies

@Suite struct NamingTests {
    static let publicPairs: [JSONValue] =
        (try? JSONValue(parsing: Fixture.bytes("azure-names.json")))?.array ?? []

    @Test func `there are 51 public pairs`() {
        #expect(Self.publicPairs.count == 51)
    }

    @Test(arguments: publicPairs)
    func `a public specification gets the same name as from Azure`(pair: JSONValue) throws {
        let dependencies = try CondaDependencies(data: pair["conda"])
        #expect(try dependencies.environmentName == "azureml_" + #require(pair["hash"].string))
    }

    @Test func `layout, comments and the user's name do not change the name`() throws {
        let plain = try CondaDependencies(yaml: "dependencies: [python=3.7, pytorch]\nchannels: [defaults]\n")
        let commented = try CondaDependencies(
            yaml:
                "# head\nname: mine\nchannels:\n    - 'defaults' # c\ndependencies:\n    - \"python=3.7\"\n    - pytorch\n"
        )
        #expect(try plain.environmentName == commented.environmentName)
    }

    /// Reference: `yaml.safe_dump(json.loads(json.dumps(ruamel.load(text))) | {"name": ""}, sort_keys=True)` and
    /// its SHA-256 digest, with PyYAML 6.0.3 and the ruamel.yaml of azureml-core 1.61.0.post4.
    @Test(arguments: [
        (
            "dependencies:\n- python=3.8\n- 3.10\n- on\n- yes\n- 12:30\n- ''\n- 1e3\n- 017\n- 0o17\n",
            "azureml_873d7718f2e9d375edbbc017d32bd743"
        ),
        (
            "dependencies:\n- é\n- '#x'\n- 'a: b'\n- --extra-index-url https://example.org/simple\nvariables: {b: 1, a: true}\n",
            "azureml_1382195796d3950d5a97c61fee768140"
        ),
    ])
    func `texts that need quotes and numbers give the same name as the reference`(yaml: String, name: String) throws {
        #expect(try CondaDependencies(yaml: yaml).environmentName == name)
    }

    @Test func `the empty specification has no name`() {
        let error = #expect(throws: CondaDependenciesError.self) { try CondaDependencies.empty.environmentName }
        #expect(error?.code == .specificationMissing)
    }
}
