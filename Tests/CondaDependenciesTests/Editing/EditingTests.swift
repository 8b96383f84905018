import Testing

@testable import CondaDependencies

@Suite struct EditingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var given: String
        var edit: @Sendable (inout CondaDependencies) throws -> Void
        var produces: String

        init(
            _ behaviour: String,
            _ given: String,
            _ edit: @escaping @Sendable (inout CondaDependencies) throws -> Void,
            _ produces: String
        ) {
            testDescription = behaviour
            self.given = given
            self.edit = edit
            self.produces = produces
        }
    }

    static let cases: [Case] = [
        Case("another channel", "channels:\n  - a # c\n", { try $0.addChannel("b") }, "channels:\n  - a # c\n  - b\n"),
        Case("a channel that is already listed", "channels: [a]\n", { try $0.addChannel("a") }, "channels: [a]\n"),
        Case(
            "the first channel",
            "name: x\ndependencies:\n  - a\n",
            { try $0.addChannel("c") },
            "name: x\nchannels:\n  - c\ndependencies:\n  - a\n"
        ),
        Case("removing the last channel", "channels:\n- a\n", { try $0.removeChannel("a") }, "channels: []\n"),
        Case(
            "removing the only channel, written as a text",
            "channels: a # c\n",
            { try $0.removeChannel("a") },
            "channels: [] # c\n"
        ),
        Case("a text becomes a list", "channels: a # c\n", { try $0.addChannel("b") }, "channels: # c\n  - a\n  - b\n"),
        Case(
            "a conda package after pip",
            "dependencies:\n- pip:\n  - a\n",
            { try $0.addCondaPackage("b") },
            "dependencies:\n- pip:\n  - a\n- b\n"
        ),
        Case(
            "a conda package in another version",
            "dependencies:\n- numpy\n",
            { try $0.addCondaPackage("numpy=1.2") },
            "dependencies:\n- numpy\n- numpy=1.2\n"
        ),
        Case("a null list", "dependencies: # none\n", { try $0.addCondaPackage("b") }, "dependencies: # none\n  - b\n"),
        Case(
            "a Python package replaces the Python entry",
            "dependencies:\n- python=3.8 # p\n",
            { try $0.addCondaPackage("python>=3.9,<4") },
            "dependencies:\n- python>=3.9,<4 # p\n"
        ),
        Case(
            "removing a conda package by text",
            "dependencies:\n- numpy\n- numpy=1.2\n",
            { try $0.removeCondaPackage("numpy=1.2") },
            "dependencies:\n- numpy\n"
        ),
        Case(
            "removing conda packages by name",
            "dependencies:\n- numpy>1\n- a\n- conda-forge::numpy\n",
            { try $0.removeCondaPackage("numpy") },
            "dependencies:\n- a\n"
        ),
        Case(
            "a Python version in place of a constraint",
            "dependencies:\n- conda-forge::python>=3.6,<3.9 # p\n",
            { try $0.setPythonVersion("3.9") },
            "dependencies:\n- conda-forge::python=3.9 # p\n"
        ),
        Case(
            "the same Python version",
            "dependencies:\n- python==3.9\n",
            { try $0.setPythonVersion("3.9") },
            "dependencies:\n- python==3.9\n"
        ),
        Case(
            "a Python version in place of a range that starts with it",
            "dependencies:\n- python>=3.8\n",
            { try $0.setPythonVersion("3.8") },
            "dependencies:\n- python=3.8\n"
        ),
        Case(
            "the first Python version",
            "channels: [a]\n",
            { try $0.setPythonVersion("3.8") },
            "channels: [a]\ndependencies:\n  - python=3.8\n"
        ),
        Case(
            "the first pip package",
            "dependencies:\n  - python\n",
            { try $0.addPipPackage("a") },
            "dependencies:\n  - python\n  - pip:\n    - a\n"
        ),
        Case(
            "a pip package in an empty pip list",
            "dependencies:\n  - pip:\n",
            { try $0.addPipPackage("a") },
            "dependencies:\n  - pip:\n    - a\n"
        ),
        Case(
            "a pip package moves with its comment",
            "dependencies:\n- pip:\n  - Foo_Bar==1 # why\n  - b\n",
            { try $0.addPipPackage("foo-bar>=2") },
            "dependencies:\n- pip:\n  - b\n  - foo-bar>=2 # why\n"
        ),
        Case(
            "the same pip package at the end",
            "dependencies:\n- pip:\n  - b\n  - a==1",
            { try $0.addPipPackage("a==1") },
            "dependencies:\n- pip:\n  - b\n  - a==1"
        ),
        Case(
            "a pip package in the first of two pip lists, of which conda ignores it",
            "dependencies:\n- pip:\n  - a\n  - b\n- pip:\n  - c\n",
            { try $0.addPipPackage("a==1") },
            "dependencies:\n- pip:\n  - b\n- pip:\n  - c\n  - a==1\n"
        ),
        Case(
            "a pip package in the last of two pip lists",
            "dependencies:\n- pip:\n  - a\n- pip:\n  - b\n",
            { try $0.addPipPackage("c") },
            "dependencies:\n- pip:\n  - a\n- pip:\n  - b\n  - c\n"
        ),
        Case(
            "removing a pip package with a marker",
            "dependencies:\n- pip: [\"a ; python_version < '3'\"]\n",
            { try $0.removePipPackage("A") },
            "dependencies:\n- pip: []\n"
        ),
        Case(
            "removing the last pip package",
            "dependencies:\n- pip:\n  - a\n",
            { try $0.removePipPackage("a") },
            "dependencies:\n- pip: []\n"
        ),
        Case(
            "removing a wheel by its package name",
            "dependencies:\n- pip:\n  - https://example.org/foo_bar-2.0-py3-none-any.whl\n",
            { try $0.removePipPackage("foo-bar") },
            "dependencies:\n- pip: []\n"
        ),
        Case(
            "replacing an option",
            "dependencies:\n- pip:\n  - --index-url=https://a.example\n  - b\n",
            { try $0.setPipIndexURL("https://b.example") },
            "dependencies:\n- pip:\n  - --index-url https://b.example\n  - b\n"
        ),
        Case(
            "removing an option",
            "dependencies:\n- pip:\n  - --pre\n  - b\n",
            { try $0.removePipOption("--pre") },
            "dependencies:\n- pip:\n  - b\n"
        ),
        Case(
            "replacing all pip lines",
            "dependencies:\n- pip:\n  - a\n  - b\n",
            { try $0.setPipRequirements(["c", "--pre"]) },
            "dependencies:\n- pip:\n  - c\n  - --pre\n"
        ),
        Case(
            "a list with an anchor that nothing repeats",
            "dependencies: &d # c\n- a\n",
            { try $0.addCondaPackage("b") },
            "dependencies: &d # c\n- a\n- b\n"
        ),
        Case(
            "a null with a blank before its colon",
            "dependencies : ~\n",
            { try $0.addCondaPackage("b") },
            "dependencies :\n  - b\n"
        ),
        Case("a null in braces", "{dependencies: ~}\n", { try $0.addCondaPackage("b") }, "{dependencies: [b]}\n"),
        Case(
            "a comma after the only item",
            "dependencies: [a , ]\n",
            { try $0.removeCondaPackage("a") },
            "dependencies: [ ]\n"
        ),
        Case(
            "a list below its own colon",
            "? channels\n:\n  - a\n",
            { try $0.removeChannel("a") },
            "? channels\n: []\n"
        ),
        Case(
            "a number is quoted",
            "dependencies:\n- a\n",
            { try $0.addChannel("1.5") },
            "dependencies:\n- a\nchannels:\n- '1.5'\n"
        ),
    ]

    @Test(arguments: cases)
    func `an edit changes only its own line`(_ testCase: Case) throws {
        var dependencies = try CondaDependencies(yaml: testCase.given)
        try testCase.edit(&dependencies)
        #expect(dependencies.serializeToString() == testCase.produces)
    }

    @Test func `the first edit of empty creates a specification`() throws {
        var dependencies = CondaDependencies.empty
        try dependencies.addCondaPackage("numpy")
        #expect(dependencies.serializeToString() == "dependencies:\n  - numpy\n")
    }

    @Test func `an edit of the original does not change a copy`() throws {
        var dependencies = try CondaDependencies(yaml: "dependencies:\n- a\n")
        let copy = dependencies
        try dependencies.addCondaPackage("b")
        #expect(copy.serializeToString() == "dependencies:\n- a\n")
        #expect(copy != dependencies)
    }

    @Test func `setting the Python version always edits the first of two Python entries`() throws {
        var dependencies = try CondaDependencies(yaml: "dependencies:\n- python=3.7\n- python>=3.6\n")
        try dependencies.setPythonVersion("3.9")
        try dependencies.setPythonVersion("3.8")
        #expect(dependencies.serializeToString() == "dependencies:\n- python=3.8\n- python>=3.6\n")
    }

}
