import Testing

@testable import CondaDependencies

@Suite struct PackageDiagnosticsTests {
    @Test(arguments: [
        ("dependencies: [python, numpy=>1.2]\n", "conda-spec-invalid", "1:29"),
        ("dependencies:\n  - python\n  - 'numpy[foo=1]'\n", "conda-spec-invalid", "3:12"),
        ("dependencies:\n  - pip:\n    - numpy=1.26\n", "pip-requirement-invalid", "3:12"),
        ("dependencies:\n  - pip:\n    - \"a\\x3D1\"\n", "pip-requirement-invalid", "3:7"),
        ("dependencies:\n  - numpy: 1.26\n", "dependency-stray-colon", "2:10"),
        ("dependencies:\n  - conda:\n    - a\n", "dependency-stray-colon", "2:10"),
    ])
    func `an invalid entry is kept and reported with its location`(yaml: String, code: String, place: String) throws {
        let dependencies = try CondaDependencies(yaml: yaml)
        #expect(dependencies.diagnostics.map(\.code.name) == [code])
        #expect(dependencies.diagnostics.map(\.severity) == [.error])
        #expect(dependencies.diagnostics.first?.location?.description == "<text>:\(place)")
        #expect(dependencies.serializeToString() == yaml)
    }

    @Test(arguments: [
        ("dependencies:\n- a>=  # azureml: ignore conda-spec-invalid\n- b>=\n", ["3:6"]),
        ("dependencies:\n# azureml: ignore conda-spec-invalid\n- a>=\n- b>=\n", ["4:6"]),
        ("dependencies:\n# azureml: ignore pip-requirement-invalid\n- a>=\n", ["3:6"]),
        ("# azureml: ignore conda-spec-invalid\ndependencies:\n- a>=\n", ["3:6"]),
        ("\u{FEFF}dependencies:\r\n- a>=  # azureml: ignore conda-spec-invalid\r\n- b>=\r\n", ["3:6"]),
        ("dependencies:\r- a>=  # azureml: ignore conda-spec-invalid\r- b>=\r", ["3:6"]),
        ("dependencies:\n- pip:\n  # azureml: ignore pip-requirement-invalid\n  - a=1\n", []),
        ("variables:\n  S: |\n    # azureml: ignore conda-spec-invalid\ndependencies: [a>=]\n", ["4:19"]),
        ("dependencies: [a>=, \"x # azureml: ignore conda-spec-invalid\"]\n", ["1:19"]),
        ("dependencies: [a>=, 'x # y']  # azureml: ignore conda-spec-invalid\n", []),
    ])
    func `a comment suppresses a finding and stays in the text`(yaml: String, places: [String]) throws {
        let dependencies = try CondaDependencies(yaml: yaml)
        #expect(dependencies.diagnostics.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0)" } == places)
        #expect(dependencies.serializeToString() == yaml)
    }

    @Test func `suppressed findings do not count towards the limit`() throws {
        let suppressed = String(repeating: "- a>=  # azureml: ignore conda-spec-invalid\n", count: 150)
        let dependencies = try CondaDependencies(yaml: "dependencies:\n\(suppressed)- b>=\n")
        #expect(dependencies.diagnostics.map { $0.location?.line } == [152])
    }

    @Test func `the message names the line and the reason in both languages`() throws {
        let yaml = "dependencies:\n- a>=\n- b: 3.10\n- pip:\n  - c=1\n"
        let messages = try CondaDependencies(yaml: yaml).diagnostics.map(\.message)
        #expect(
            messages.map(\.english) == [
                "'a>=' is not a conda package specification: a version is missing.",
                "'b: 3.10' is a mapping, not a package, and is not installed; write 'b=3.10'.",
                "'c=1' is not a pip requirement: there is no such operator.",
            ]
        )
        #expect(messages.last?.japanese == "「c=1」は pip の要件として解釈できません（存在しない演算子です）。")
    }

    @Test(arguments: Fixture.specifications + (Fixture.corpus ?? []))
    func `real files have no invalid entries`(_ file: Fixture.File) throws {
        let codes = try CondaDependencies(parsing: file.bytes, file: file.name).diagnostics.map(\.code.name)
        let packageCodes = ["conda-spec-invalid", "pip-requirement-invalid", "dependency-stray-colon"]
        #expect(!codes.contains(where: packageCodes.contains))
    }

    @Test(arguments: [
        ("conda-forge::python=>3.8", "conda-forge::python=3.9"), ("c/linux-64::python 3.8", "c/linux-64::python=3.9"),
        ("c:n:python>=3", "c:n:python=3.9"), ("'python[channel=c,version=3.8]'", "'c::python=3.9'"),
        ("python = 3.9", "python = 3.9"), ("python ==3.9", "python ==3.9"), ("python=3.9=h1_0", "python=3.9"),
    ])
    func `setting another Python version keeps the qualifier before the name`(before: String, after: String) throws {
        var dependencies = try CondaDependencies(yaml: "dependencies:\n- \(before)\n")
        try dependencies.setPythonVersion("3.9")
        #expect(dependencies.serializeToString() == "dependencies:\n- \(after)\n")
    }

    @Test func `a malformed entry is still found by its name`() throws {
        var dependencies = try CondaDependencies(yaml: "dependencies:\n- python=>3.8\n- a>=\n- pip:\n  - b=1\n")
        try dependencies.setPythonVersion("3.9")
        try dependencies.removeCondaPackage("a")
        try dependencies.addPipPackage("b==1")
        #expect(dependencies.serializeToString() == "dependencies:\n- python=3.9\n- pip:\n  - b==1\n")
    }
}
