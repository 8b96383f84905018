import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

@Suite struct HostileExportFileTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    private static func file(_ path: String, _ text: String = "x") -> TarEntry {
        TarEntry(path: path, content: .file(Array(text.utf8)), mode: 0o644, modificationTime: 0)
    }

    /// Returns the entries of an export file with one environment, a label and a wheel.
    private func entries() async throws -> [TarEntry] {
        let workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws")
        _ = try await workspace.store.add(.sample(content: "a"), to: .environments)
        try await workspace.store.setLabels(["prod"], version: "1", of: "env", in: .environments)
        let name = BlobName(collection: .wheels, sha256: ContentHash.sha256Hex([1]), fileName: "a.whl")
        try await workspace.store.addBlob([1], as: name)
        try await workspace.exportWorkspace(path: "\(scratch.path)/good.tar")
        let exported = try Data(contentsOf: URL(filePath: "\(scratch.path)/good.tar"))
        var rest = exported[...]
        var reader = TarReader { count in
            let piece = Array(rest.prefix(count))
            rest = rest.dropFirst(count)
            return piece
        }
        var entries: [TarEntry] = []
        while let member = try reader.next() {
            var content: [UInt8] = []
            try reader.readContent { content += $0 }
            entries.append(TarEntry(path: member.path, content: .file(content), mode: 0o644, modificationTime: 0))
        }
        return entries
    }

    /// Each entry to add to the export file, with the path that the error names.
    private static let additions: [(TarEntry, String)] = [
        (file("../x"), "'../x'"), (file("/x"), "'/x'"), (file("environments/../../x"), "'environments/../../x'"),
        (file("notes.txt"), "'notes.txt'"), (file(".azureml/config.json"), "'.azureml/config.json'"),
        (file("config.json"), "'config.json'"), (file(".git/hooks/pre-commit"), "'.git/hooks/pre-commit'"),
        (file(".local/x"), "'.local/x'"),
        (file("environments/env/.local/latest.json"), "'environments/env/.local/latest.json'"),
        (file("environments/x"), "'environments/x'"), (file("environments/.local/1/x"), "'environments/.local/1/x'"),
        (file("environments/env/1/a/b"), "'environments/env/1/a/b'"),
        (file("environments/env/1/more"), "environments/env/1/more"),
        (file("environments/env/.labels/other"), "environments/env/.labels/other"),
        (file("environments/env/2/x"), "environments/env/2"),
        (file("wheels/x/a.whl"), "'wheels/x/a.whl'"),
        (file("wheels/\(String(repeating: "a", count: 64))/a.whl"), "wheels/aaaa"),
        (file("workspace.json"), "'workspace.json' twice"),
        (file("./environments/env/1/content.txt"), "'environments/env/1/content.txt' twice"),
        (file("environments/\u{301}/1/x"), "environments"),
        (file("environments/env/1/registration.json/x"), "registration.json/x"),
        (
            TarEntry(path: "environments/link", content: .link("/etc"), mode: 0o777, modificationTime: 0),
            "'environments/link'"
        ),
    ]

    private func importing(_ bytes: [UInt8]) async throws -> WorkspaceError? {
        try scratch.makeFolder("target")
        try Data(bytes).write(to: URL(filePath: "\(scratch.path)/bad.tar"))
        let error = await #expect(throws: WorkspaceError.self) {
            try await Workspace.importWorkspace(path: "\(scratch.path)/bad.tar", directory: "\(scratch.path)/target/w")
        }
        #expect(try scratch.tree("target") == [])
        #expect(!scratch.exists("x"))
        #expect(error?.code == .exportInvalid)
        #expect(error?.message.contains(Directory.hiddenTemporaryPrefix) == false)
        #expect(error?.location?.file == "\(scratch.path)/bad.tar")
        return error
    }

    private func exportFile(_ entries: [TarEntry]) -> [UInt8] {
        var bytes: [UInt8] = []
        TarWriter.write(entries) { bytes += $0 }
        return bytes
    }

    @Test(arguments: additions.indices)
    func `an entry that is not part of a workspace is refused and leaves nothing`(_ index: Int) async throws {
        let (entry, place) = Self.additions[index]
        let error = try await importing(exportFile(try await entries() + [entry]))
        #expect(error?.message.contains(place) == true, "\(error?.message ?? "")")
    }

    @Test(arguments: ["7", "1"], ["{\"version\": \"7\"}", "1\n"])
    func `an archive marker of a missing version, or a damaged one, is refused`(
        version: String,
        content: String
    ) async throws {
        let marker = Self.file("environments/env/.archived/\(version)", content)
        let error = try await importing(exportFile(try await entries() + [marker]))
        #expect(error?.message.contains("environments/env/.archived/\(version)'") == true, "\(error?.message ?? "")")
    }

    @Test func `an empty folder that is not part of a workspace is left out`() async throws {
        let folder = TarEntry(path: "notes", content: .folder, mode: 0o755, modificationTime: 0)
        try Data(exportFile(try await entries() + [folder])).write(to: URL(filePath: "\(scratch.path)/odd.tar"))
        let copy = try await Workspace.importWorkspace(
            path: "\(scratch.path)/odd.tar",
            directory: "\(scratch.path)/copy"
        )
        #expect(try await copy.verify() == [])
        #expect(!scratch.exists("copy/notes"))
    }

    @Test func `a missing or changed file is refused`() async throws {
        let entries = try await entries()
        #expect(entries.count == 8)
        for (index, entry) in entries.enumerated() {
            guard ![".gitattributes", ".gitignore"].contains(entry.path) else { continue }
            var changed = entries
            changed[index] = Self.file(entry.path, "changed")
            _ = try await importing(exportFile(changed))
            // A version without a label, and a workspace without a wheel, are whole too.
            if entry.path.contains(".labels") || entry.path.hasPrefix("wheels/") { continue }
            _ = try await importing(exportFile(entries.filter { $0.path != entry.path }))
        }
    }

    @Test func `missing files for git are added, and changed ones are kept and reported`() async throws {
        let gitFiles = [".gitattributes", ".gitignore"]
        let without = exportFile(try await entries().filter { !gitFiles.contains($0.path) })
        try Data(without).write(to: URL(filePath: "\(scratch.path)/without.tar"))
        let copy = try await Workspace.importWorkspace(
            path: "\(scratch.path)/without.tar",
            directory: "\(scratch.path)/copy"
        )
        #expect(try await copy.verify() == [])
        _ = try await Workspace.create(name: "new", directory: "\(scratch.path)/new")
        for name in gitFiles {
            #expect(try scratch.read("copy/\(name)") == scratch.read("new/\(name)"))
            try scratch.write("new/\(name)", "theirs")
            try scratch.remove("copy/\(name)")
        }
        for workspace in [copy, try await Workspace.get(name: "new", directory: "\(scratch.path)/new")] {
            let findings = try await workspace.verify()
            #expect(findings.map(\.code) == ["git-file-differs", "git-file-differs"])
            #expect(findings.allSatisfy { $0.severity == .warning })
        }
    }

    @Test func `an export file that is truncated anywhere is refused`() async throws {
        let whole = exportFile(try await entries())
        for count in stride(from: 0, to: whole.count, by: 512) { _ = try await importing(Array(whole.prefix(count))) }
        _ = try await importing(Array("no archive".utf8))
        _ = try await importing([0x1F, 0x8B] + whole)
    }

    private static let limits: [(path: String, limit: Int)] = [
        ("image-digests.json", 1 << 20), ("workspace.json", 1 << 20), (".gitignore", 1 << 20),
        ("environments/env/1/registration.json", 1 << 20), ("environments/env/1/content.txt", 64 << 20),
        ("environments/env/.labels/prod", 1 << 16), ("environments/env/.archived/1", 1 << 16),
        ("wheels/\(String(repeating: "a", count: 64))/a.whl", 2 << 30),
    ]

    @Test(arguments: limits)
    func `a member that is too large is refused before its content is read`(path: String, limit: Int) async throws {
        var bytes: [UInt8] = []
        let member = TarMember(path: path, kind: .file(size: limit + 1), mode: 0o644, modificationTime: 0)
        TarWriter.write(member, to: { bytes += $0 }, {})
        let error = try await importing(bytes)
        #expect(error?.message.contains("'\(path)' has \(limit + 1) bytes; \(limit) are allowed") == true)
    }

    @Test func `a newer format is refused`() async throws {
        let entries = try await entries().map { entry in
            entry.path == "workspace.json" ? Self.file(entry.path, "{\"format\": 99}") : entry
        }
        try scratch.makeFolder("target")
        try Data(exportFile(entries)).write(to: URL(filePath: "\(scratch.path)/bad.tar"))
        let error = await #expect(throws: WorkspaceError.self) {
            try await Workspace.importWorkspace(path: "\(scratch.path)/bad.tar", directory: "\(scratch.path)/target/w")
        }
        #expect(error?.code == .formatUnknown)
        #expect(error?.message.contains(Directory.hiddenTemporaryPrefix) == false)
        #expect(try scratch.tree("target") == [])
    }
}
