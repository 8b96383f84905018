import AzureMLSupport
import AzureMLSystem
import Environment
import Foundation
import Synchronization
import TestSupport
import Testing
import Workspace

@testable import ImageBuild

@Suite struct BuildContextTests {
    private static func file(_ text: String, _ isExecutable: Bool = false) -> BuildContext.Entry.Content {
        .file(Array(text.utf8), isExecutable: isExecutable)
    }

    @Test func `a folder is read without its ignored files, and with symlinks as symlinks`() throws {
        let folder = try ScratchFolder()
        try folder.write("Dockerfile", "FROM a\n")
        try folder.write(".dockerignore", "*.log\nsecret\n!secret/kept/x\nDockerfile\n.dockerignore\n")
        try folder.write("run.sh", "#!/bin/sh\n", mode: 0o700)
        try folder.write("a.log", "x")
        try folder.write("src/é.py", "y", mode: 0o600)
        try folder.write("secret/key", "z")
        try folder.write("secret/kept/x", "k")
        try folder.link("link", to: "src/é.py")
        try folder.link("src/up", to: "../run.sh")
        try FileManager.default.createDirectory(atPath: "\(folder.path)/empty", withIntermediateDirectories: false)

        let context = try BuildContext(directory: folder.path)
        let found = context.entries.map { ($0.path, $0.content) }
        let expected: [(String, BuildContext.Entry.Content)] = [
            (".dockerignore", Self.file("*.log\nsecret\n!secret/kept/x\nDockerfile\n.dockerignore\n")),
            ("Dockerfile", Self.file("FROM a\n")),
            ("empty", .folder),
            ("link", .link("src/é.py")),
            ("run.sh", Self.file("#!/bin/sh\n", true)),
            ("secret", .folder),
            ("secret/kept", .folder),
            ("secret/kept/x", Self.file("k")),
            ("src", .folder),
            ("src/up", .link("../run.sh")),
            ("src/é.py", Self.file("y")),
        ]
        #expect(found.map(\.0) == expected.map(\.0))
        #expect(found.map(\.1) == expected.map(\.1))
        #expect(context.diagnostics.isEmpty)
    }

    @Test func `reading stops at the next file when the task is cancelled`() async throws {
        let folder = try ScratchFolder()
        try folder.write("Dockerfile", "FROM a\n")
        for number in 0..<20 { try folder.write("a\(number)", "") }
        let path = folder.path
        let reads = Counter()
        let cancelling: FileOperation.Observer = { operation throws(FileSystemError) in
            guard operation.kind == .read, operation.path.contains("/a"), reads.next() == 2 else { return }
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
        }
        let task = Task {
            _ = try FileOperation.$observer.withValue(cancelling) { try BuildContext(directory: path) }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(reads.next() == 3)
    }

    @Test func `rules beside the Dockerfile take precedence over those of the folder`() throws {
        let folder = try ScratchFolder()
        try folder.write("docker/Dockerfile", "FROM a\n")
        try folder.write("docker/Dockerfile.dockerignore", "*\n")
        try folder.write(".dockerignore", "[\n")
        try folder.write("a", "x")
        let context = try BuildContext(directory: folder.path, dockerfilePath: "docker/Dockerfile")
        #expect(context.entries.map(\.path) == ["docker", "docker/Dockerfile", "docker/Dockerfile.dockerignore"])
    }

    @Test func `of a workspace in the folder, only the data of its machine is left out`() async throws {
        let folder = try ScratchFolder()
        try folder.write("Dockerfile", "FROM a\n")
        try folder.write(".dockerignore", "ws\n!ws/.local\n!ws/environments\n")
        try folder.write("project/.local/own", "x")
        try folder.write("project/workspace.json", "{\"version\": 2}")
        let workspace = try await Workspace.create(name: "ws", directory: "\(folder.path)/ws")
        _ = try await Environment(name: "built").register(workspace: workspace)
        func paths() throws -> [String] { try BuildContext(directory: folder.path).entries.map(\.path) }
        let before = try paths()
        let log = try await workspace.store.startLog()
        try await log.append("line")
        #expect(FileManager.default.fileExists(atPath: "\(folder.path)/ws/.local/builds"))
        #expect(FileManager.default.fileExists(atPath: "\(folder.path)/ws/environments/built/.local"))
        #expect(try paths() == before)
        #expect(before.contains("project/.local/own"))
        #expect(before.contains("ws/environments/built/1/azureml_environment.json"))
        #expect(!before.contains { $0.hasPrefix("ws/") && $0.contains(".local") })
    }

    @Test(arguments: ["/etc/passwd", "..", "a/..", "../x", "src/../../x", ""])
    func `a symlink that can lead out of the context is refused`(_ target: String) throws {
        #expect(!ContextReader.staysInside(target, from: "link"))
        guard !target.isEmpty else { return }
        let folder = try ScratchFolder()
        try folder.write("Dockerfile", "FROM a\n")
        try folder.link("link", to: target)
        let error = #expect(throws: ImageBuildError.self) { try BuildContext(directory: folder.path) }
        #expect(error?.code == .contextEntryRefused)
        #expect(error?.message.contains("'link'") == true)
        // Ignored files may be of any kind.
        try folder.write(".dockerignore", "link\n")
        #expect(throws: Never.self) { try BuildContext(directory: folder.path) }
    }

    @Test(arguments: [
        ("x", "l"), ("./x/./y", "l"), ("../x", "a/l"), ("../../x", "a/b/l"), ("..", "a/l"), ("missing", "l"),
    ])
    func `a symlink that stays inside is kept`(_ target: String, _ path: String) {
        #expect(ContextReader.staysInside(target, from: path))
    }

    @Test func `a FIFO is refused and not opened`() throws {
        let folder = try ScratchFolder()
        try folder.write("Dockerfile", "FROM a\n")
        let result = unsafe mkfifo("\(folder.path)/pipe", 0o600)
        #expect(result == 0)
        let error = #expect(throws: ImageBuildError.self) { try BuildContext(directory: folder.path) }
        #expect(error?.code == .contextEntryRefused)
        #expect(error?.message.contains("'pipe'") == true)
    }

    @Test func `a name that is not UTF-8 is refused, unless it is ignored`() throws {
        let folder = try ScratchFolder()
        try folder.write("Dockerfile", "FROM a\n")
        let name = folder.path.utf8CString.dropLast() + [0x2F, -1, 0]
        let file = unsafe open(Array(name), O_CREAT | O_WRONLY, 0o600)
        try #require(file >= 0)
        close(file)
        let error = #expect(throws: ImageBuildError.self) { try BuildContext(directory: folder.path) }
        #expect(error?.code == .contextEntryRefused)
        try folder.write(".dockerignore", "?\n")
        #expect(try BuildContext(directory: folder.path).entries.map(\.path) == [".dockerignore", "Dockerfile"])
    }

    @Test(arguments: [
        "missing", "folder", "../Dockerfile", "/etc/passwd", "", "dockerfile", "none/../Dockerfile",
        "Dockerfile/x", "folder/../../Dockerfile", "out", "round", "up/Dockerfile",
    ])
    func `a missing Dockerfile is named in the error`(_ path: String) throws {
        let folder = try ScratchFolder()
        try folder.write("Dockerfile", "FROM a\n")
        try folder.write("folder/x", "")
        try folder.link("out", to: "/etc/passwd")
        try folder.link("round", to: "round")
        try folder.link("up", to: "folder/../..")
        let error = #expect(throws: ImageBuildError.self) {
            try BuildContext(directory: folder.path, dockerfilePath: path)
        }
        #expect(error?.code == .contextDockerfileMissing)
        #expect(error?.message.contains("'\(path)'") == true)
    }

    @Test(arguments: [
        ("./Dockerfile", "Dockerfile"), ("docker//D", "docker/D"), ("docker/../Dockerfile", "Dockerfile"),
        ("link", "docker/D"), ("folder/D", "docker/D"), ("folder/up", "Dockerfile"),
    ])
    func `a Dockerfile is found through symlinks, dots and double slashes`(_ path: String, _ found: String) throws {
        let folder = try ScratchFolder()
        try folder.write("Dockerfile", "FROM a\n")
        try folder.write("docker/D", "FROM b\n")
        try folder.link("docker/up", to: "../Dockerfile")
        try folder.link("folder", to: "docker")
        try folder.link("link", to: "folder/./D")
        // Neither the Dockerfile nor the file with the rules, which is also found through a symlink, can be left out.
        try folder.write("rules", "*\n")
        try folder.link(".dockerignore", to: "rules")
        let context = try BuildContext(directory: folder.path, dockerfilePath: path)
        #expect(context.dockerfilePath == found)
        #expect(try context.dockerfileText == (found == "Dockerfile" ? "FROM a\n" : "FROM b\n"))
        let others = context.entries.map(\.path).filter { $0 != found && $0 != "docker" }
        #expect(others == ["rules"])
    }

    @Test(arguments: UTF16Form.allCases)
    func `a Dockerfile in UTF-16 is refused by the name of its encoding`(form: UTF16Form) throws {
        let text = try #require(form.bytes("FROM a\n"))
        let file = BuildContext.Entry(path: "D", content: .file(text, isExecutable: false))
        let context = try BuildContext([file], dockerfilePath: "D")
        let error = #expect(throws: ImageBuildError.self) { try context.dockerfileText }
        #expect(error?.code == .dockerfileInvalid)
        #expect(error?.message == "the Dockerfile 'D' of the build context is UTF-16, not UTF-8")
    }

    @Test(arguments: [.folder, .link("x")] as [BuildContext.Entry.Content?] + [nil])
    func `a context without a Dockerfile at its path has no text of one`(content: BuildContext.Entry.Content?) throws {
        let entries = content.map { [BuildContext.Entry(path: "D", content: $0)] } ?? []
        let context = try BuildContext(entries, dockerfilePath: "D")
        let error = #expect(throws: ImageBuildError.self) { try context.dockerfileText }
        #expect(error?.code == .contextDockerfileMissing)
        #expect(error?.location?.file == "D")
    }

    @Test func `exceeding a limit is an error, and exceeding azureml-core's limits is a warning`() throws {
        let folder = try ScratchFolder()
        for index in 0..<100 { try folder.write("f\(index)", "xx") }
        try folder.write("Dockerfile", "FROM a\n")
        #expect(try BuildContext(directory: folder.path).diagnostics.map(\.code) == ["context-too-large"])
        for limits in [
            ContextLimits(entries: 100, bytes: 1000, depth: 9), ContextLimits(entries: 101, bytes: 206, depth: 9),
            ContextLimits(entries: 101, bytes: 207, depth: 0),
        ] {
            let error = #expect(throws: ImageBuildError.self) {
                try BuildContext(directory: folder.path, dockerfilePath: "Dockerfile", limits: limits)
            }
            #expect(error?.code == .contextTooLarge)
        }
        let enough = ContextLimits(entries: 101, bytes: 207, depth: 1)
        #expect(throws: Never.self) {
            try BuildContext(directory: folder.path, dockerfilePath: "Dockerfile", limits: enough)
        }
    }

    @Test func `a file that is too large is named in the error, and not read`() throws {
        let folder = try ScratchFolder()
        try folder.write("Dockerfile", "FROM a\n")
        try folder.write("huge", "")
        // A sparse file takes no space on the disk.
        let status = unsafe truncate("\(folder.path)/huge", 1 << 40)
        try #require(status == 0)
        let before = Self.mostMemory
        let error = #expect(throws: ImageBuildError.self) { try BuildContext(directory: folder.path) }
        #expect(error?.code == .contextTooLarge)
        #expect(error?.message.hasSuffix("has more than 2147483648 bytes, counted up to 'huge'") == true)
        #expect(Self.mostMemory - before < 1 << 30)

        // A file that the rules leave out is not even opened.
        try folder.write(".dockerignore", "h*\n!nothing*\n")
        let opened = Mutex<[String]>([])
        let paths = try FileOperation.$observer.withValue({ operation in
            if operation.kind == .read { opened.withLock { $0.append(operation.path) } }
        }) {
            try BuildContext(directory: folder.path).entries.map(\.path)
        }
        #expect(paths == [".dockerignore", "Dockerfile"])
        #expect(opened.withLock { $0 }.contains { $0.hasSuffix("/Dockerfile") })
        #expect(opened.withLock { $0 }.allSatisfy { !$0.hasSuffix("/huge") })
    }

    /// The peak memory of this process, in bytes.
    private static var mostMemory: Int {
        var usage = rusage()
        #if os(Linux)
        _ = unsafe getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss << 10
        #else
        _ = unsafe getrusage(RUSAGE_SELF, &usage)
        return usage.ru_maxrss
        #endif
    }

    @Test func `a folder that cannot be read is named in the error`() {
        let error = #expect(throws: ImageBuildError.self) { try BuildContext(directory: "/no/such/folder") }
        #expect(error?.code == .contextUnreadable)
        #expect(error?.message.contains("/no/such/folder") == true)
    }

    @Test(arguments: [["a", "a"], ["../a"], ["/a"], ["a//b"], ["a/./b"], [""], ["a\u{0}"], ["a", "a/b"]])
    func `an invalid path is refused`(_ paths: [String]) {
        let entries = paths.map { BuildContext.Entry(path: $0, content: Self.file("")) }
        let error = #expect(throws: ImageBuildError.self) { try BuildContext(entries, dockerfilePath: "a") }
        #expect(error?.code == .contextPathInvalid)
    }

    private static func mixed(_ order: [Int]) throws -> BuildContext {
        let entries = [
            BuildContext.Entry(path: "a/b/deep", content: file("1")),
            BuildContext.Entry(path: "a-b", content: file("2", true)),
            BuildContext.Entry(path: "a/x", content: .link("b/deep")),
            BuildContext.Entry(path: "Dockerfile", content: file("FROM a\n")),
            BuildContext.Entry(path: "a/b", content: .folder),
        ]
        return try BuildContext(order.map { entries[$0] }, dockerfilePath: "Dockerfile")
    }

    @Test func `the order in which entries are given does not matter`() throws {
        let context = try Self.mixed([0, 1, 2, 3, 4])
        #expect(context.entries.map(\.path) == ["Dockerfile", "a", "a-b", "a/b", "a/b/deep", "a/x"])
        #expect(try Self.mixed([4, 3, 2, 1, 0]) == context)
        #expect(try Self.mixed([4, 3, 2, 1, 0]).tar() == context.tar())
        // Computed with sha256sum over the tar file that Python's tarfile module makes from the same entries.
        #expect(context.contentHash == "35af0d5f6d02083980f7eecd49796f79e5f474f86769cbec523df51d2640f0a6")
    }

    @Test func `a written context is read back unchanged, with fixed permissions and times`() throws {
        let folder = try ScratchFolder()
        let context = try Self.mixed([0, 1, 2, 3, 4])
        let previous = umask(0o077)
        try context.write(to: "\(folder.path)/new/folder", modificationTime: 86_400)
        umask(previous)

        let again = try BuildContext(directory: "\(folder.path)/new/folder")
        #expect(again == context)
        for (path, mode) in [("Dockerfile", 0o644), ("a-b", 0o755), ("a", 0o755), ("a/b", 0o755), ("a/b/deep", 0o644)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/new/folder/\(path)")
            #expect(attributes[.posixPermissions] as? Int == mode)
            #expect((attributes[.modificationDate] as? Date)?.timeIntervalSince1970 == 86_400)
        }
        let error = #expect(throws: ImageBuildError.self) { try context.write(to: "\(folder.path)/new") }
        #expect(error?.code == .contextUnwritable)
    }
}
