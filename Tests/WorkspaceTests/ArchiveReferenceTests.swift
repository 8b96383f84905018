import AzureMLSupport
import Foundation
import Testing
import Workspace

/// Archives as other programs see them: tar, which has to be there, and Python, opt-in by AZUREML_CORE_PYTHON.
@Suite struct ArchiveReferenceTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    private func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    private func export() async throws -> (path: String, names: [String]) {
        let workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws")
        _ = try await workspace.store.add(.sample(String(repeating: "long", count: 60)), to: .environments)
        _ = try await workspace.store.add(.sample("é"), to: .environments)
        try await workspace.exportArchive(path: "\(scratch.path)/a.tar")
        let names = try scratch.tree("ws").filter { name in
            let isFile = FileManager.default.contents(atPath: "\(scratch.path)/ws/\(name)") != nil
            return isFile && !name.contains(".local")
        }
        return ("\(scratch.path)/a.tar", names)
    }

    @Test func `tar lists and unpacks an archive, and what tar packs is imported`() async throws {
        let (path, names) = try await export()
        #expect(try run(["tar", "-tf", path]).split(separator: "\n").map(String.init).sorted() == names)
        try scratch.makeFolder("unpacked")
        #expect(try run(["tar", "-C", "\(scratch.path)/unpacked", "-xf", path]) == "")
        let workspace = try await Workspace.get(name: "w", directory: "\(scratch.path)/unpacked")
        #expect(try await workspace.verify() == [])
        #expect(
            try run(["tar", "--format=pax", "-C", "\(scratch.path)/unpacked", "-cf", "\(scratch.path)/b.tar", "."])
                == ""
        )
        let copy = try await Workspace.importArchive(path: "\(scratch.path)/b.tar", directory: "\(scratch.path)/copy")
        #expect(try await copy.store.names(in: .environments) == workspace.store.names(in: .environments))
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["AZUREML_CORE_PYTHON"] != nil))
    func `Python lists an archive`() async throws {
        let (path, names) = try await export()
        let python = try #require(ProcessInfo.processInfo.environment["AZUREML_CORE_PYTHON"])
        let script = "import sys, tarfile; print('\\n'.join(tarfile.open(sys.argv[1], errorlevel=2).getnames()))"
        let output = try run([python, "-X", "utf8", "-c", script, path])
        #expect(output.split(separator: "\n").map(String.init).sorted() == names)
    }
}
