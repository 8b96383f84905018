import AzureMLSupport
import LosslessYAML
import Testing

@testable import CondaDependencies

@Suite struct MutationTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var given: String
        /// `$` stands for the name.
        var mutated: String

        init(_ behaviour: String, _ given: String, _ mutated: String) {
            testDescription = behaviour
            self.given = given
            self.mutated = mutated
        }
    }

    static let cases: [Case] = [
        Case(
            "the guide's file",
            "name: pytorch\nchannels:\n    - defaults\ndependencies:\n    - python=3.7\n",
            "channels:\n    - defaults\ndependencies:\n    - python=3.7\nname: $\n"
        ),
        Case(
            "the head never moves",
            "# head\nname: a\ndependencies:\n- b\n",
            "# head\ndependencies:\n- b\nname: $\n"
        ),
        Case(
            "comments above and after a key move with it",
            "name: a # tail\n# about d\ndependencies: # d\n- b\n# about c\nchannels:\n- e\n",
            "# about c\nchannels:\n- e\n# about d\ndependencies: # d\n- b\nname: $ # tail\n"
        ),
        Case(
            "comments indented below an entry move with it",
            "dependencies:\n  - b\n  # - c\nchannels:\n  - d\n",
            "channels:\n  - d\ndependencies:\n  - b\n  # - c\nname: $\n"
        ),
        Case(
            "blank lines and comments separate from a key stay in place",
            "name: a\n\n# section\n\ndependencies:\n- b\n\nchannels:\n- c\n\n# foot\n",
            "channels:\n- c\n\n# section\n\ndependencies:\n- b\n\nname: $\n\n# foot\n"
        ),
        Case("quotes stay", "name: 'a'\ndependencies: [b]\n", "dependencies: [b]\nname: '$'\n"),
        Case("a null name", "name:\ndependencies: [b]\n", "dependencies: [b]\nname: $\n"),
        Case("a null name with a comment", "name: # none\ndependencies: [b]\n", "dependencies: [b]\nname: $ # none\n"),
        Case("a missing name", "dependencies:\r\n- b\r\n", "dependencies:\r\n- b\r\nname: $\r\n"),
        Case(
            "a missing name before another key",
            "dependencies:\n- b\n\nprefix: p\n",
            "dependencies:\n- b\nname: $\n\nprefix: p\n"
        ),
        Case(
            "a missing name before all other keys",
            "prefix: p\nvariables: {a: b}\n",
            "name: $\nprefix: p\nvariables: {a: b}\n"
        ),
        Case("a missing final line break", "name: a\ndependencies:\n- b", "dependencies:\n- b\nname: $"),
        Case("a missing final line break and name", "dependencies:\n- b", "dependencies:\n- b\nname: $"),
        Case("a flow mapping", "{name: a, dependencies: [b]}\n", "{dependencies: [b], name: $}\n"),
        Case(
            "a flow mapping without a name",
            "{prefix: a, dependencies: [b]}",
            "{dependencies: [b], name: $, prefix: a}"
        ),
        Case(
            "a byte order mark, a directive and a document start",
            "\u{FEFF}%YAML 1.2\n--- # x\nname: a\nchannels: [b]\n...\n",
            "\u{FEFF}%YAML 1.2\n--- # x\nchannels: [b]\nname: $\n...\n"
        ),
        Case("a key without a value", "{\"name\", dependencies: [b]}\n", "{dependencies: [b], \"name\": $}\n"),
        Case(
            "an anchor and a tag",
            "name: &n !!str 'a'\ndependencies: &d\n- b\n",
            "dependencies: &d\n- b\nname: &n !!str '$'\n"
        ),
        Case("a blank before the colon", "name : a\ndependencies : [b]\n", "dependencies : [b]\nname : $\n"),
        Case("explicit keys", "? name\n: a\n? dependencies\n: - b\n", "? dependencies\n: - b\n? name\n: $\n"),
        Case(
            "an anchor without an alias moves with its key",
            "variables: &v\n  a: b\nname: c\ndependencies: []\nprefix: p\n",
            "dependencies: []\nname: $\nprefix: p\nvariables: &v\n  a: b\n"
        ),
    ]

    @Test(arguments: cases)
    func `mutating sorts the keys, sets the name, and moves no other line`(_ testCase: Case) throws {
        let original = try CondaDependencies(yaml: testCase.given)
        let mutated = try original.mutated()
        let name = try original.environmentName
        #expect(mutated.serializeToString() == testCase.mutated.replacing("$", with: name))
        #expect(try mutated.mutated() == mutated)
        #expect(try mutated.environmentName == name)
    }

    @Test func `an explicit key without a value is refused with its location`() throws {
        let dependencies = try CondaDependencies(parsing: Array("dependencies: []\n? name\n".utf8), file: "env.yml")
        let error = #expect(throws: CondaDependenciesError.self) { try dependencies.mutated() }
        #expect(error?.code == .editRefused)
        #expect(error?.location?.description == "env.yml:2:3")
    }

    @Test func `the order stays when an anchor would move after its alias`() throws {
        let text = "variables: &v {a: b}\nname: x\ndependencies:\n- python\n- pip: []\n- z: *v\n"
        let original = try CondaDependencies(yaml: text)
        let mutated = try original.mutated().serializeToString()
        #expect(try mutated == text.replacing("name: x", with: "name: \(original.environmentName)"))
    }

    /// The comment may belong to the entry above it or to the line below. An edit decides this, and so does mutating.
    private static let commented = """
        dependencies:
        - python=3.10
        - pip:
          - --index-url https://feeds.example.org/a
          - numpy
        # end of packages

        channels:
        - conda-forge

        """

    private static let edits: [@Sendable (inout CondaDependencies) throws -> Void] = [
        { try $0.addPipPackage("numpy") },
        { try $0.setPipOption("--index-url https://feeds.example.org/a") },
        { try $0.addChannel("conda-forge") },
        { try $0.removePipPackage("absent") },
        { try? $0.setPythonVersion("3.10\n") },
    ]

    @Test(arguments: edits.indices) func `an edit that changes nothing does not change the mutated text`(
        _ index: Int
    ) throws {
        let original = try CondaDependencies(yaml: Self.commented)
        var edited = original
        try Self.edits[index](&edited)
        #expect(edited == original)
        #expect(try edited.mutated() == original.mutated())
    }

    @Test func `the mutated text has the earlier edits`() throws {
        var dependencies = try CondaDependencies(yaml: "name: a\ndependencies:\n- python=3.8 # p\n- b\n")
        try dependencies.addCondaPackage("c")
        #expect(
            try dependencies.mutated().serializeToString()
                == "dependencies:\n- python=3.8 # p\n- b\n- c\nname: \(dependencies.environmentName)\n"
        )
    }
}
