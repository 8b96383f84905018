import Testing

@testable import CondaDependencies

/// Cases found by the random comparison with azureml-core.
@Suite struct ReferenceFindingsTests {
    @Test func `merging requirements leaves the URL of a wheel whole`() {
        let wheel = "https://files.example.org/wheel_name-2.0-py3-none-any.whl"
        #expect(CondaDependencies.mergeRequirements([wheel, "numpy>=1", "numpy<2"]) == [wheel, "numpy>=1,<2"])
    }

    @Test(arguments: [
        ["torch[extra]", "torchextra>=1"], ["x; python_version > '3'", "x; python_version > '3'"],
        ["numpy>=1 # c", "numpy<2"], ["numpy #a", "numpy>=1"], ["numpy (>=1)", "numpy<2"],
    ])
    func `merging requirements does not join extras, markers or comments`(lines: [String]) {
        #expect(CondaDependencies.mergeRequirements(lines) == lines)
    }

    @Test(arguments: ["libé", "=1", "numpy[version"])
    func `a text that is not a match spec is not added`(text: String) throws {
        var dependencies = try CondaDependencies(yaml: "dependencies: [a]\n")
        #expect(throws: CondaDependenciesError.self) { try dependencies.addCondaPackage(text) }
        #expect(dependencies.serializeToString() == "dependencies: [a]\n")
    }

    @Test func `a framework with an invalid version changes nothing`() throws {
        let text = "dependencies:\n- tensorflow=1\n- pip:\n  - tensorflow==1\n"
        var dependencies = try CondaDependencies(yaml: text)
        #expect(throws: CondaDependenciesError.self) { try dependencies.addTensorFlowCondaPackage(version: "[") }
        #expect(throws: CondaDependenciesError.self) { try dependencies.addTensorFlowPipPackage(version: "\n") }
        #expect(dependencies.serializeToString() == text)
    }

    static let emptied = [
        ("dependencies:\n- python=3.8\n", "dependencies:\n- python=3.8\n- pip: []\n"),
        ("dependencies:\n- pip: # none\n", "dependencies:\n- pip: [] # none\n"),
        ("dependencies:\n- pip:\n  - a\n", "dependencies:\n- pip: []\n"),
        ("name: x\n", "name: x\ndependencies:\n  - pip: []\n"),
    ]

    @Test(arguments: emptied)
    func `setting no pip requirements leaves an empty pip list, even if there was no list`(given: String, then: String)
        throws
    {
        var dependencies = try CondaDependencies(yaml: given)
        try dependencies.setPipRequirements([])
        #expect(dependencies.serializeToString() == then)
    }

    @Test func `a package that is the only value of several lists is removed from all of them`() throws {
        var dependencies = try CondaDependencies(yaml: "dependencies:\n- pip: a\n- pip: a\n- pip: [b, a]\n")
        try dependencies.removePipPackage("a")
        #expect(dependencies.serializeToString() == "dependencies:\n- pip: []\n- pip: []\n- pip: [b]\n")
    }

    @Test func `removing a package by name finds it after a channel`() throws {
        var dependencies = try CondaDependencies(yaml: "dependencies:\n- conda-forge::pip=24.3.1\n- numpy\n")
        try dependencies.removeCondaPackage("pip")
        #expect(dependencies.serializeToString() == "dependencies:\n- numpy\n")
    }
}
