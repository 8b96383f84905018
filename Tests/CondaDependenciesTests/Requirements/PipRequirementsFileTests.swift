import AzureMLSupport
import Foundation
import TestSupport
import Testing

@testable import CondaDependencies

@Suite struct PipRequirementsFileTests {
    private let folder: ScratchFolder
    private var path: String { folder.path }

    init() throws {
        folder = try ScratchFolder()
        try folder.makeFolder("project/sub")
    }

    @discardableResult private func write(_ text: String, to name: String) throws -> String {
        try folder.write("project/\(name)", text)
    }

    private func read(_ text: String, allowingFilesOutside: Bool = false) throws -> PipRequirementsFile {
        let file = try write(text, to: "requirements.txt")
        return try PipRequirementsFile(path: file, allowingFilesOutside: allowingFilesOutside)
    }

    private func refusal(_ text: String, allowingFilesOutside: Bool = false) throws -> CondaDependenciesError {
        try #require(throws: CondaDependenciesError.self) {
            try self.read(text, allowingFilesOutside: allowingFilesOutside)
        }
    }

    @Test func `options beside a file on one line stay, and each file is read`() throws {
        try write("a\n", to: "a b.txt")
        try write("c<2\n", to: "c.txt")
        let file = try read("--pre -r 'a b.txt' -c c.txt --find-links \"./w x\"\nc\n")
        #expect(file.requirements == ["--pre", "a", "--find-links=\"./w x\"", "c<2"])
    }

    @Test func `a tab is a blank, and another control character is refused without showing the line`() throws {
        #expect(try read("numpy\t>=1.2\n").requirements == ["numpy >=1.2"])
        let error = try refusal("secret\u{01}text\n")
        #expect(error.code == .valueInvalid && error.location?.line == 1)
        #expect(!"\(error)".contains("secret"))
    }

    @Test func `only the first findings are made`() throws {
        let file = try read(String(repeating: "a==\n", count: 1000))
        #expect(file.diagnostics.count == CondaDependencies.maximumDiagnostics)
    }

    /// The results of pip 23.2's own `preprocess`.
    @Test(
        arguments: [
            ("a\nb", [(1, "a"), (2, "b")]),
            ("a # c\n#x\n  b  ", [(1, "a"), (3, "b")]),
            ("a\\\n b\nc", [(1, "a b"), (3, "c")]),
            ("a\\", [(1, "a")]),
            ("a\\\\\nb", [(1, "ab")]),
            ("# c\\\na", [(2, "a")]),
            ("a\\\n# c\nb", [(1, "a"), (3, "b")]),
            ("a\\\n  # c\\\nb", [(1, "a"), (3, "b")]),
            ("a#b", [(1, "a#b")]),
            ("a\t#b", [(1, "a")]),
            (
                "a\r\nb\rc\u{2028}d\u{0B}e\u{1C}f\u{85}g",
                [(1, "a"), (2, "b"), (3, "c"), (4, "d"), (5, "e"), (6, "f"), (7, "g")]
            ),
            (" \n\t\n\\\n\n", []),
            ("git+https://x#egg=y", [(1, "git+https://x#egg=y")]),
            ("git+https://x #egg=y", [(1, "git+https://x")]),
            ("a\u{3000}# b\u{3000}", [(1, "a")]),
            ("\\a\\\nb", [(1, "ab")]),
            ("a\\ \nb", [(1, "a\\"), (2, "b")]),
            ("a\\\r\nb", [(1, "ab")]),
            ("-r x\\\n.txt", [(1, "-r x.txt")]),
            ("a\\\n\\\nb", [(1, "ab")]),
            ("", []),
        ] as [(String, [(Int, String)])]
    )
    func `lines are joined and comments removed as in pip`(text: String, expected: [(Int, String)]) {
        let lines = PipRequirementsText(text).lines
        #expect(lines.map(\.number) == expected.map(\.0))
        #expect(lines.map(\.text) == expected.map(\.1))
    }

    @Test func `a file included by -r is read in place, relative to the file that includes it`() throws {
        try write("b\n-r more.txt\nd\n", to: "sub/base.txt")
        try write("c # comment\n", to: "sub/more.txt")
        for option in [
            "-r sub/base.txt", "--requirement=sub/base.txt", "--requirement 'sub/base.txt'", "-rsub/base.txt",
        ] {
            #expect(try read("a\n\(option)\ne\n").requirements == ["a", "b", "c", "d", "e"], "\(option)")
        }
        #expect(try read("\u{FEFF}a\n-r \(path)/project/sub/more.txt").requirements == ["a", "c"])
    }

    @Test func `a file that is included twice is read once`() throws {
        for depth in 0..<14 { try write("-r \(depth + 1).txt\n-r \(depth + 1).txt\n", to: "\(depth).txt") }
        try write("numpy\n", to: "14.txt")
        #expect(try read("-r 0.txt").requirements == ["numpy"])
    }

    @Test func `constraints narrow the listed packages and do not install others`() throws {
        try write("Foo_Bar <2 # why\nscipy==1.5\nbaz==1 ; python_version<'3.8'\n", to: "c.txt")
        let file = try read(
            "-c c.txt\nfoo.bar[x] >=1 ; python_version > '3.6'\nfoo-bar --hash=sha256:ab\nbaz ; python_version<'3.8'\nqux\n"
        )
        #expect(
            file.requirements == [
                "foo.bar[x]>=1,<2 ; python_version > '3.6'", "foo-bar<2 --hash=sha256:ab",
                "baz==1 ; python_version<'3.8'", "qux",
            ]
        )
        let diagnostic = try #require(file.diagnostics.first)
        #expect(file.diagnostics.count == 1)
        #expect(diagnostic.code == "pip-constraint-lost")
        #expect(diagnostic.message.english == "A conda specification cannot hold these constraints: scipy.")
        #expect(diagnostic.location == SourceLocation(file: "\(path)/project/c.txt", line: 2, column: 1))
    }

    @Test(arguments: [
        ("a @ https://host/a.whl", "a==1"), ("a", "a==1 ; python_version<'3.8'"), ("a", "a @ https://host/a.whl"),
        ("a", "a[x]==1"), ("a", "not a = constraint"), ("a", "a==1 --hash=sha256:ab"), ("-e ./a", "a==1"),
    ])
    func `a constraint that cannot be merged is reported`(requirement: String, constraint: String) throws {
        try write(constraint, to: "c.txt")
        let file = try read("\(requirement)\n-c c.txt\n")
        #expect(file.requirements == [requirement])
        #expect(file.diagnostics.map(\.code).filter { $0 != "pip-local-path" } == ["pip-constraint-lost"])
    }

    @Test func `a constraint without a version is not reported`() throws {
        try write("a\nb\n", to: "c.txt")
        #expect(try read("a\n-c c.txt\n").diagnostics == [])
    }

    @Test(arguments: ["-r ../secret.txt", "-c ../secret.txt", "-r link.txt", "-r folder/secret.txt", "-r sub/up.txt"])
    func `a file outside the folder is refused, and its content is not shown`(line: String) throws {
        try Data("canary==1\n".utf8).write(to: URL(filePath: "\(path)/secret.txt"))
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: "\(path)/project/link.txt", withDestinationPath: "../secret.txt")
        try manager.createSymbolicLink(atPath: "\(path)/project/folder", withDestinationPath: "..")
        try write("-r ../../secret.txt\n", to: "sub/up.txt")
        let error = try refusal("a\n\n\(line)\n")
        #expect(error.code == .requirementsFileRefused)
        #expect(error.message.contains("outside"))
        #expect(error.hint?.contains("allowingFilesOutside") == true)
        #expect(!"\(error)".contains("canary"))
        #expect(error.location?.line == (line.contains("up.txt") ? 1 : 3))
        let allowed = try read("a\n\(line)\n", allowingFilesOutside: true)
        #expect(allowed.requirements == (line.hasPrefix("-c") ? ["a"] : ["a", "canary==1"]))
    }

    @Test func `a folder whose name has the same prefix is outside`() throws {
        try FileManager.default.createDirectory(atPath: "\(path)/project2", withIntermediateDirectories: true)
        try Data("a".utf8).write(to: URL(filePath: "\(path)/project2/a.txt"))
        #expect(try refusal("-r ../project2/a.txt").code == .requirementsFileRefused)
    }

    @Test(arguments: ["http://host/r.txt", "HTTPS://user:canary@host/r.txt", "file:///etc/hosts"])
    func `a URL is refused`(url: String) throws {
        for allowed in [false, true] {
            let error = try refusal("-r \(url)", allowingFilesOutside: allowed)
            #expect(error.code == .requirementsFileRefused)
            #expect(!"\(error)".contains("canary"))
        }
    }

    @Test func `files that include each other are refused`() throws {
        try write("-r b.txt", to: "a.txt")
        try write("-r ./sub/../a.txt", to: "b.txt")
        let error = try refusal("-r a.txt", allowingFilesOutside: true)
        #expect(error.code == .requirementsFileRefused)
        #expect(error.location == SourceLocation(file: "\(path)/project/b.txt", line: 1, column: 1))
    }

    @Test func `files may be nested sixteen deep`() throws {
        for depth in 1..<20 { try write("-r \(depth + 1).txt", to: "\(depth).txt") }
        try write("deep", to: "17.txt")
        #expect(try read("-r 2.txt").requirements == ["deep"])
        #expect(try refusal("-r 1.txt").code == .requirementsFileRefused)
    }

    @Test func `a file that is missing, not regular, too large or not text is named in the error`() throws {
        let manager = FileManager.default
        let pipe = unsafe mkfifo("\(path)/project/pipe", 0o600)
        #expect(pipe == 0)
        try Data([0x66, 0xFF]).write(to: URL(filePath: "\(path)/project/binary"))
        #expect(manager.createFile(atPath: "\(path)/project/large", contents: Data(count: (16 << 20) + 1)))
        for (name, code) in [
            ("missing", .fileUnreadable), ("sub", .fileUnreadable), ("pipe", .fileUnreadable),
            ("binary", .fileUnreadable), ("large", .tooLarge),
        ] as [(String, ErrorCode<CondaDependenciesError>)] {
            let error = try refusal("-r \(name)")
            #expect(error.code == code, "\(error)")
            #expect(error.message.contains("/\(name)'"))
        }
        #expect(throws: CondaDependenciesError.self) {
            try PipRequirementsFile(path: "\(self.path)/none", allowingFilesOutside: true)
        }
    }

    /// A few bytes can become many entries, each of which takes far more memory than its text.
    @Test func `too many lines are refused at the first that is too many`() throws {
        try write(String(repeating: "a<9\n", count: 50_000), to: "constraints.txt")
        let text = "-c constraints.txt\n" + String(repeating: "a\n", count: 200_001)
        let error = try refusal(text)
        #expect(error.code == .tooLarge && error.location?.line == 200_002, "\(error)")
        let lines = try PipRequirementsFile(
            path: try write("a\n" + text.prefix(200_000), to: "requirements.txt"),
            allowingFilesOutside: false
        ).requirements
        #expect(lines.first == "a<9")
    }

    @Test func `a line with too many combining characters is refused at its place`() throws {
        let error = try refusal("b\na" + String(repeating: "\u{301}", count: 257) + "\n")
        #expect(error.code == .tooLarge && error.location?.line == 2, "\(error)")
    }

    /// Every line for a package gets all of its constraints.
    @Test func `constraints that add too much are refused at the requirement that they lengthen`() throws {
        let constraints = (0..<2000).map { "a!=\($0)\n" }.joined()
        try write(constraints, to: "constraints.txt")
        let error = try refusal("-c constraints.txt\n" + String(repeating: "a\n", count: 1200))
        let line = 2 + (1 << 20) / (constraints.utf8.count - 2 * 2000 + 1999)
        #expect(error.code == .tooLarge && error.location?.line == line, "\(error)")
        #expect(try read("-c constraints.txt\n" + String(repeating: "a\n", count: 50)).requirements.count == 50)
    }
}
