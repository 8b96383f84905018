import Foundation
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
        Case("a channel", "channels:\n  - a # c\n", { try $0.addChannel("b") }, "channels:\n  - a # c\n  - b\n"),
        Case("a channel twice", "channels: [a]\n", { try $0.addChannel("a") }, "channels: [a]\n"),
        Case(
            "the first channel",
            "name: x\ndependencies:\n  - a\n",
            { try $0.addChannel("c") },
            "name: x\nchannels:\n  - c\ndependencies:\n  - a\n"
        ),
        Case("the last channel goes", "channels:\n- a\n", { try $0.removeChannel("a") }, "channels: []\n"),
        Case("the only channel, a text", "channels: a # c\n", { try $0.removeChannel("a") }, "channels: [] # c\n"),
        Case("a text becomes a list", "channels: a # c\n", { try $0.addChannel("b") }, "channels: # c\n  - a\n  - b\n"),
        Case(
            "a conda package behind pip",
            "dependencies:\n- pip:\n  - a\n",
            { try $0.addCondaPackage("b") },
            "dependencies:\n- pip:\n  - a\n- b\n"
        ),
        Case(
            "beside another version",
            "dependencies:\n- numpy\n",
            { try $0.addCondaPackage("numpy=1.2") },
            "dependencies:\n- numpy\n- numpy=1.2\n"
        ),
        Case("a null list", "dependencies: # none\n", { try $0.addCondaPackage("b") }, "dependencies: # none\n  - b\n"),
        Case(
            "Python keeps its constraint",
            "dependencies:\n- python=3.8 # p\n",
            { try $0.addCondaPackage("python>=3.9,<4") },
            "dependencies:\n- python>=3.9,<4 # p\n"
        ),
        Case(
            "by text",
            "dependencies:\n- numpy\n- numpy=1.2\n",
            { try $0.removeCondaPackage("numpy=1.2") },
            "dependencies:\n- numpy\n"
        ),
        Case(
            "by name",
            "dependencies:\n- numpy>1\n- a\n- conda-forge::numpy\n",
            { try $0.removeCondaPackage("numpy") },
            "dependencies:\n- a\n"
        ),
        Case(
            "a version in place",
            "dependencies:\n- conda-forge::python>=3.6,<3.9 # p\n",
            { try $0.setPythonVersion("3.9") },
            "dependencies:\n- conda-forge::python=3.9 # p\n"
        ),
        Case(
            "the same version",
            "dependencies:\n- python==3.9\n",
            { try $0.setPythonVersion("3.9") },
            "dependencies:\n- python==3.9\n"
        ),
        Case(
            "a range that starts there",
            "dependencies:\n- python>=3.8\n",
            { try $0.setPythonVersion("3.8") },
            "dependencies:\n- python=3.8\n"
        ),
        Case(
            "a first version",
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
            "into an empty pip list",
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
            "into the last of two pip lists",
            "dependencies:\n- pip:\n  - a\n- pip:\n  - b\n",
            { try $0.addPipPackage("c") },
            "dependencies:\n- pip:\n  - a\n- pip:\n  - b\n  - c\n"
        ),
        Case(
            "a marker",
            "dependencies:\n- pip: [\"a ; python_version < '3'\"]\n",
            { try $0.removePipPackage("A") },
            "dependencies:\n- pip: []\n"
        ),
        Case(
            "the last pip package",
            "dependencies:\n- pip:\n  - a\n",
            { try $0.removePipPackage("a") },
            "dependencies:\n- pip: []\n"
        ),
        Case(
            "a wheel",
            "dependencies:\n- pip:\n  - https://example.org/foo_bar-2.0-py3-none-any.whl\n",
            { try $0.removePipPackage("foo-bar") },
            "dependencies:\n- pip: []\n"
        ),
        Case(
            "an option",
            "dependencies:\n- pip:\n  - --index-url=https://a.example\n  - b\n",
            { try $0.setPipIndexURL("https://b.example") },
            "dependencies:\n- pip:\n  - --index-url https://b.example\n  - b\n"
        ),
        Case(
            "an option goes",
            "dependencies:\n- pip:\n  - --pre\n  - b\n",
            { try $0.removePipOption("--pre") },
            "dependencies:\n- pip:\n  - b\n"
        ),
        Case(
            "all pip lines",
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
            "a comma behind the only item",
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
    func `an edit changes its own line and nothing else`(_ testCase: Case) throws {
        var dependencies = try CondaDependencies(yaml: testCase.given)
        try testCase.edit(&dependencies)
        #expect(dependencies.serializeToString() == testCase.produces)
    }

    @Test func `the first edit of empty makes a specification`() throws {
        var dependencies = CondaDependencies.empty
        try dependencies.addCondaPackage("numpy")
        #expect(dependencies.serializeToString() == "dependencies:\n  - numpy\n")
    }

    @Test func `a copy does not follow the original`() throws {
        var dependencies = try CondaDependencies(yaml: "dependencies:\n- a\n")
        let copy = dependencies
        try dependencies.addCondaPackage("b")
        #expect(copy.serializeToString() == "dependencies:\n- a\n")
        #expect(copy != dependencies)
    }

    static let refused: [(String, @Sendable (inout CondaDependencies) throws -> Void, String)] = [
        ("dependencies:\n- python=3.8\n", { try $0.removeCondaPackage("python") }, "python-missing"),
        ("dependencies:\n- a\n", { try $0.addPipPackage("--pre") }, "invalid-value"),
        ("dependencies:\n- a\n", { try $0.setPipOption("pre") }, "invalid-value"),
        ("dependencies:\n- a\n", { try $0.addCondaPackage("a\nb") }, "invalid-value"),
        ("dependencies:\n- a\n", { try $0.addCondaPackage("") }, "invalid-value"),
        ("dependencies:\n- a\n", { try $0.addCondaPackage("=1") }, "invalid-value"),
        ("dependencies:\n- a\n", { try $0.setPythonVersion("3.8; rm") }, "invalid-value"),
        (
            "dependencies: &d\n- a\nvariables: {x: *d}\n",
            { try $0.addCondaPackage("b") }, "cannot-edit"
        ),
    ]

    static let refusedWhole: [(String, @Sendable (inout CondaDependencies) throws -> Void)] = [
        ("dependencies:\n- pip: [a==1, # x\n   b]\n", { try $0.addPipPackage("a==2") }),
        ("dependencies:\n- pip:\n  - a==1\n  - &k a==2\n  - b\n", { try $0.addPipPackage("a==3") }),
        ("dependencies:\n- numpy=1\n- &k numpy=2\n", { try $0.removeCondaPackage("numpy") }),
        ("dependencies:\n- pip:\n  - a\n  - &k b\n", { try $0.setPipRequirements(["c"]) }),
    ]

    @Test(arguments: refusedWhole.indices)
    func `an edit of several entries that cannot change one of them changes none`(_ position: Int) throws {
        let (given, edit) = Self.refusedWhole[position]
        var dependencies = try CondaDependencies(yaml: given)
        let error = #expect(throws: CondaDependenciesError.self) { try edit(&dependencies) }
        #expect(error?.code == .cannotEdit)
        #expect(error?.location?.line != nil)
        #expect(dependencies.serializeToString() == given)
    }

    @Test func `the first of two Python entries is the one that is edited, however often`() throws {
        var dependencies = try CondaDependencies(yaml: "dependencies:\n- python=3.7\n- python>=3.6\n")
        try dependencies.setPythonVersion("3.9")
        try dependencies.setPythonVersion("3.8")
        #expect(dependencies.serializeToString() == "dependencies:\n- python=3.8\n- python>=3.6\n")
    }

    @Test(arguments: refused.indices)
    func `what cannot be is refused and changes nothing`(_ position: Int) throws {
        let (given, edit, code) = Self.refused[position]
        var dependencies = try CondaDependencies(yaml: given)
        let error = #expect(throws: CondaDependenciesError.self) { try edit(&dependencies) }
        #expect(error?.code.name == code)
        #expect(dependencies.serializeToString() == given)
        var empty = CondaDependencies.empty
        #expect(throws: CondaDependenciesError.self) { try empty.addPipPackage("-") }
        #expect(empty == .empty)
    }

    @Test func `create keeps what was asked for`() throws {
        let dependencies = try CondaDependencies.create(
            pipIndexURL: "https://example.org/simple",
            pipPackages: ["azureml-core", "numpy", "azureml-sdk==1.0"],
            condaPackages: ["scipy"],
            pythonVersion: "3.9",
            pinSDKVersion: true
        )
        #expect(dependencies.condaPackages == ["python=3.9", "scipy"])
        #expect(dependencies.pipPackages == ["azureml-core~=1.61.0", "numpy", "azureml-sdk==1.0"])
        #expect(dependencies.pipOptions == ["--index-url https://example.org/simple"])
        #expect(try CondaDependencies.create().pipPackages == ["azureml-defaults"])
        #expect(CondaDependencies.mergeRequirements(["a>=1", "b", "a<2"]) == ["a>=1,<2", "b"])
        let marked = [
            "Foo_Bar >=1", "c ; python_version<'3'", "foo-bar<2", "c>1", "c", "d[x]", "d==1", "git+https://h/e#egg=a",
        ]
        #expect(
            CondaDependencies.mergeRequirements(marked)
                == ["Foo_Bar >=1,<2", "c ; python_version<'3'", "c>1", "d[x]", "d==1", "git+https://h/e#egg=a"]
        )
    }

    @Test func `merging adds what is missing, and nothing when one entry cannot be added`() throws {
        var dependencies = try CondaDependencies(yaml: "channels: [a]\ndependencies: [python=3.8, {pip: [x==1]}]\n")
        let other = try CondaDependencies(yaml: "channels: [a, b]\ndependencies: [n, {pip: [X>=2, y]}]\n")
        try dependencies.mergeDependencies(other)
        #expect(
            dependencies.serializeToString()
                == "channels: [a, b]\ndependencies: [python=3.8, {pip: [X>=2, y]}, n]\n"
        )
        let bad = try CondaDependencies(yaml: "channels: [c]\ndependencies: [\"=1\"]\n")
        #expect(throws: CondaDependenciesError.self) { try dependencies.mergeDependencies(bad) }
        #expect(dependencies.condaChannels == ["a", "b"])
    }

    @Test func `a framework replaces the one for the other processor and no other package`() throws {
        var dependencies = try CondaDependencies(
            yaml: "dependencies: [tensorflow-gpu=1.0, tensorflow-hub, {pip: [tensorflow, cntk-gpu==1]}]\n"
        )
        try dependencies.addTensorFlowCondaPackage()
        try dependencies.addTensorFlowPipPackage(coreType: .gpu, version: "2.4")
        try dependencies.addCNTKPackage()
        #expect(dependencies.condaPackages == ["tensorflow-hub", "tensorflow=2.2.0"])
        #expect(dependencies.pipPackages == ["tensorflow-gpu==2.4", "cntk==2.7"])
        #expect(dependencies.getDefaultNumberOfPackages() == (1, 1))
    }

    @Test func `saving writes the text in one step and needs Python`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "conda-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path + "/env.yml"
        var dependencies = try CondaDependencies(yaml: "dependencies: [python=3.8] # c")
        try dependencies.addPipPackage("a")
        #expect(try dependencies.save(path: path) == path)
        #expect(try CondaDependencies(condaDependenciesFilePath: path) == dependencies)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["env.yml"])
        let withoutPython = try CondaDependencies(yaml: "dependencies: [a]")
        #expect(throws: CondaDependenciesError.self) { try withoutPython.save(path: path) }
        #expect(throws: CondaDependenciesError.self) { try CondaDependencies.empty.save(path: path) }
        #expect(throws: CondaDependenciesError.self) { try dependencies.save(path: folder.path) }
        #expect(throws: CondaDependenciesError.self) { try dependencies.save(path: folder.path + "/none/env.yml") }
        let pipe = folder.path + "/pipe"
        #expect(unsafe mkfifo(pipe, 0o600) == 0)
        #expect(throws: CondaDependenciesError.self) { try dependencies.save(path: pipe) }
        let type = try FileManager.default.attributesOfItem(atPath: pipe)[.type] as? FileAttributeType
        #expect(type == .typeUnknown)
        #expect(try CondaDependencies(condaDependenciesFilePath: path) == dependencies)
    }
}

@Suite struct AliasTests {
    @Test func `reading looks through aliases`() throws {
        let dependencies = try CondaDependencies(
            yaml: "channels: &c [a, b]\nvariables: {x: &p python=3.8}\ndependencies: [*p, n]\n"
        )
        #expect(dependencies.condaChannels == ["a", "b"])
        #expect(dependencies.condaPackages == ["python=3.8", "n"])
        #expect(dependencies.getPythonVersion() == "3.8")
    }

    @Test func `an edit of an alias leaves alone what it stands for`() throws {
        var dependencies = try CondaDependencies(yaml: "variables: {x: &p python=3.8}\ndependencies: [*p, n]\n")
        try dependencies.setPythonVersion("3.9")
        #expect(dependencies.serializeToString() == "variables: {x: &p python=3.8}\ndependencies: [python=3.9, n]\n")
    }
}
