import AzureMLSystem
import TestSupport
import Testing

/// Reads archives with other programs. Opt-in: set AZUREML_CORE_PYTHON to any Python.
@Suite(.enabled(if: ReferencePython.azuremlCore.isAvailable))
struct TarReferenceTests {
    private static let long = String(repeating: "folder-é/", count: 20) + "file"

    private static func archive() -> [UInt8] {
        let entries = [
            TarEntry(path: "a", content: .folder, mode: 0o755, modificationTime: 5),
            TarEntry(path: "a/run", content: .file(Array("#!/bin/sh\n".utf8)), mode: 0o755, modificationTime: 5),
            TarEntry(path: "empty", content: .file([]), mode: 0o644, modificationTime: 0),
            TarEntry(path: "link", content: .link("a/run"), mode: 0o777, modificationTime: 0),
            TarEntry(path: long, content: .file(Array("x".utf8)), mode: 0o644, modificationTime: 1 << 40),
            TarEntry(path: "z", content: .link("ü"), mode: 0o777, modificationTime: 0),
        ]
        var archive: [UInt8] = []
        TarWriter.write(entries) { archive += $0 }
        return archive
    }

    private static let expected = """
        a 5 755 5 0 0 '' ''
        a/run 0 755 5 0 0 '' '#!/bin/sh\\n'
        empty 0 644 0 0 0 '' ''
        link 2 777 0 0 0 'a/run' ''
        \(long) 0 644 1099511627776 0 0 '' 'x'
        z 2 777 0 0 0 'ü' ''

        """

    private static func run(_ program: String, _ arguments: [String], input: [UInt8]) async throws -> String {
        let scratch = try ScratchFolder()
        let file = try scratch.write("archive.tar", input)
        // The folder is removed with the object.
        defer { withExtendedLifetime(scratch) {} }
        return try await TestProgram.text(program, arguments + [file])
    }

    @Test func `Python reads every entry as it was written`() async throws {
        let python = try #require(ReferencePython.azuremlCore.path)
        let script = """
            import sys, tarfile
            for e in tarfile.open(sys.argv[1], errorlevel=2):
                content = e.isfile() and tarfile.open(sys.argv[1]).extractfile(e.name).read().decode() or ''
                print(e.name, e.type.decode(), oct(e.mode)[2:], int(e.mtime), e.uid, e.gid, repr(e.linkname), repr(content))
            """
        let output = try await Self.run(python, ["-X", "utf8", "-c", script], input: Self.archive())
        #expect(output == Self.expected)
    }

    @Test func `GNU tar reads every name without a warning`() async throws {
        let output = try await Self.run(
            "tar",
            ["--quoting-style=literal", "-tf"],
            input: Self.archive()
        )
        #expect(output == ["a/", "a/run", "empty", "link", Self.long, "z", ""].joined(separator: "\n"))
    }
}
