import Testing

@testable import CondaDependencies

@Suite struct PipOptionTests {
    typealias Edit = @Sendable (inout CondaDependencies) throws -> Void

    static let edits: [(given: [String], edit: Edit, then: [String])] = [
        (["-e ./a", "-e ./b"], { try $0.setPipOption("-e ./c") }, ["-e ./a", "-e ./b", "-e ./c"]),
        (["-e ./a", "-e ./b"], { try $0.setPipOption("--editable=./b") }, ["-e ./a", "--editable=./b"]),
        (["-e ./a", "-e ./b"], { try $0.removePipOption("-e ./a") }, ["-e ./b"]),
        (["-e ./a", "--pre", "--editable ./b"], { try $0.removePipOption("-e") }, ["--pre"]),
        (["-r a.txt"], { try $0.setPipOption("--requirement b.txt") }, ["-r a.txt", "--requirement b.txt"]),
        (["-i https://a", "--index-url=https://b"], { try $0.setPipIndexURL("https://c") }, ["--index-url https://c"]),
        (["-i https://a", "--pre"], { try $0.removePipOption("--index-url") }, ["--pre"]),
        (["-f a"], { try $0.setPipOption("--find-links b") }, ["-f a", "--find-links b"]),
        (["-f a"], { try $0.setPipOption("--find-links=a") }, ["--find-links=a"]),
        (
            ["--extra-index-url a", "--extra-index-url b"], { try $0.setPipOption("--extra-index-url c") },
            ["--extra-index-url a", "--extra-index-url b", "--extra-index-url c"]
        ),
        (
            ["--extra-index-url=a  # team a", "--extra-index-url b"], { try $0.removePipOption("--extra-index-url a") },
            ["--extra-index-url b"]
        ),
        (["--extra-index-url a", "--pre"], { try $0.removePipOption("--extra-index-url") }, ["--pre"]),
        (["--trusted-host a"], { try $0.setPipOption("--trusted-host b") }, ["--trusted-host a", "--trusted-host b"]),
        (["--no-binary x"], { try $0.setPipOption("--no-binary y") }, ["--no-binary x", "--no-binary y"]),
        (["--only-binary x"], { try $0.setPipOption("--only-binary y") }, ["--only-binary x", "--only-binary y"]),
        (["--use-feature x"], { try $0.setPipOption("--use-feature y") }, ["--use-feature x", "--use-feature y"]),
        (
            ["--index-url a", "--extra-index-url b"], { try $0.setPipIndexURL("c") },
            ["--index-url c", "--extra-index-url b"]
        ),
    ]

    @Test(arguments: edits.indices)
    func `options replace each other as in pip`(index: Int) throws {
        let (given, edit, then) = Self.edits[index]
        var dependencies = try CondaDependencies(yaml: Self.text(given))
        try edit(&dependencies)
        #expect(dependencies.serializeToString() == Self.text(then))
    }

    static let refused: [Edit] = [
        { try $0.setPipIndexURL("") }, { try $0.setPipIndexURL("--index-url") }, { try $0.setPipIndexURL("-f x") },
        { try $0.setPipIndexURL("https://x y") }, { try $0.setPipOption("--") }, { try $0.setPipOption("pre") },
        { try $0.addPipPackage(" -r x.txt") }, { try $0.addPipPackage("-e ./c") },
        { try $0.addPipPackage("numpy=1.3") },
        { try $0.addPipPackage("numpy pandas") }, { try $0.addPipPackage("numpy>=") },
        { try $0.addPipPackage("# numpy") },
        { try $0.addCondaPackage("-c conda-forge numpy") },
    ]

    @Test(arguments: refused.indices)
    func `an invalid option or package is refused, and nothing is lost`(index: Int) throws {
        let text = Self.text(["numpy==1.2", "--index-url https://a"])
        var dependencies = try CondaDependencies(yaml: text)
        let error = #expect(throws: CondaDependenciesError.self) { try Self.refused[index](&dependencies) }
        #expect(error?.code == .valueInvalid)
        #expect(error?.hint != nil)
        #expect(dependencies.serializeToString() == text)
    }

    @Test(arguments: ["numpy pandas", "numpy,b", "numpy\nb"])
    func `a line with two names belongs to neither package`(line: String) throws {
        let quoted = line.replacing("\n", with: "\\n")
        let text = Self.text(["\"\(quoted)\"", "numpy==1.2"])
        var dependencies = try CondaDependencies(yaml: text)
        try dependencies.removePipPackage("numpy")
        #expect(dependencies.pipPackages == [line])
        dependencies = try CondaDependencies(yaml: text)
        try dependencies.removePipPackage("numpy tensorflow")
        #expect(dependencies.serializeToString() == text)
    }

    private static func text(_ items: [String]) -> String {
        "dependencies:\n- python=3.8\n- pip:\n" + items.map { "  - \($0)\n" }.joined()
    }
}
