import AzureMLSystem
import Foundation
import TestSupport
import Testing

/// Checks that files and folders are closed when they are no longer needed, whichever step fails.
@Suite struct DescriptorTests {
    private let scratch: ScratchFolder
    private var path: String { scratch.path }

    init() throws {
        scratch = try ScratchFolder()
        try scratch.makeFolder("folder/inner")
        try scratch.write("file", "text")
    }

    private struct Failure: Error {}

    private static let operations: [(name: String, run: @Sendable (Directory, String) async throws -> Void)] = [
        ("open a folder as a file", { folder, _ in _ = try folder.openFile("folder") }),
        ("read a folder as a file", { _, path in _ = try LocalFile.read(path: "\(path)/folder", limit: 1) }),
        ("read beyond the limit", { folder, _ in _ = try folder.readFile("file", limit: 1) }),
        ("list", { folder, _ in _ = try folder.names() }),
        ("enter folders", { folder, _ in _ = try folder.directory("folder", "inner", "absent") }),
        ("write", { folder, _ in try folder.writeFile("new", [1]) }),
        ("write pieces", { folder, _ in try folder.writeFile("new") { _ in throw Failure() } }),
        ("replace", { folder, _ in try folder.replaceFile("file", with: [1]) }),
        ("replace a cache", { folder, _ in try folder.replaceCache("file", with: [1]) }),
        ("put", { folder, _ in _ = try folder.putFileIfAbsent("new", [1]) }),
        ("put pieces", { folder, _ in _ = try folder.putFile("new", isReplacing: true) { _ in throw Failure() } }),
        ("make a temporary folder", { folder, _ in _ = try folder.createTemporaryDirectory(lockedFile: "lock") }),
        (
            "use a temporary folder",
            { folder, _ in try folder.withTemporaryDirectory(lockedFile: "lock") { _ in throw Failure() } }
        ),
        ("clean", { folder, _ in try folder.removeAbandonedTemporaries() }),
        ("lock", { folder, _ in try await folder.withLock("lock") { throw Failure() } }),
        ("look at a lock", { folder, _ in _ = try folder.isLocked("file") }),
        ("append", { folder, _ in try folder.makeAppendedFile(suffix: ".log").append([1]) }),
        (
            "give a program its input",
            { _, _ in
                var command = Command("true")
                command.standardInput = [UInt8](repeating: 1, count: 100_000)
                _ = try await command.output(limit: 1)
            }
        ),
        ("remove a tree", { folder, _ in try folder.removeTree("folder") }),
    ]

    /// Returns the paths of the open descriptors of this process that are in the test's own folder.
    private func openPaths() throws -> [String] {
        #if canImport(Darwin)
        let paths = (0..<getdtablesize()).compactMap { descriptor -> String? in
            var name = [CChar](repeating: 0, count: Int(MAXPATHLEN))
            guard unsafe fcntl(descriptor, F_GETPATH, &name) == 0 else { return nil }
            return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
        #else
        let paths = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
            // Another test can close one in between.
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
        }
        #endif
        return paths.filter { $0.contains(path) }
    }

    @Test(arguments: operations.map(\.name), [nil] + FileOperation.Kind.allCases)
    func `an operation leaves no descriptor open, whether it succeeds or a step fails`(
        name: String,
        failing: FileOperation.Kind?
    ) async throws {
        let operation = try #require(Self.operations.first { $0.name == name })
        let folder = try Directory(path: path)
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            if step.kind == failing { throw .diskFull(step) }
        }
        let before = try openPaths()
        #expect(!before.isEmpty)
        let variables = ["TMPDIR": path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
        let context = ProcessContext(variables: variables, homeDirectory: path, currentDirectory: path)
        await ProcessContext.$injected.withValue(context) {
            await FileOperation.$observer.withValue(observer) { try? await operation.run(folder, path) }
        }
        #expect(try openPaths() == before)
        withExtendedLifetime(folder) {}
    }
}
