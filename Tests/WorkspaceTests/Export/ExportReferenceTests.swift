import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

/// Export files in other programs: tar, which must be installed, and Python, if AZUREML_CORE_PYTHON is set.
@Suite struct ExportReferenceTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    private func export() async throws -> (path: String, names: [String]) {
        let workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws")
        _ = try await workspace.store.add(.sample(String(repeating: "long", count: 60)), to: .environments)
        _ = try await workspace.store.add(.sample("é"), to: .environments)
        try await workspace.exportWorkspace(path: "\(scratch.path)/a.tar")
        let names = try scratch.tree("ws").filter { name in
            let isFile = FileManager.default.contents(atPath: "\(scratch.path)/ws/\(name)") != nil
            return isFile && !name.contains(".local")
        }
        return ("\(scratch.path)/a.tar", names)
    }

    private func checkImport(of file: String, like workspace: Workspace) async throws {
        let copy = try await Workspace.importWorkspace(path: file, directory: "\(scratch.path)/copy")
        #expect(try await copy.verify() == [])
        #expect(try await copy.store.names(in: .environments) == workspace.store.names(in: .environments))
        try scratch.remove("copy")
    }

    /// The other formats that tar writes, of which GNU is the default; each stores the long name in another place.
    @Test(arguments: ["gnu", "pax"])
    func `tar lists and unpacks an export file, and a file that it packs is imported`(format: String) async throws {
        let (path, names) = try await export()
        #expect(
            try await TestProgram.text("tar", ["-tf", path]).split(separator: "\n").map(String.init).sorted() == names
        )
        try scratch.makeFolder("unpacked")
        let unpacked = "\(scratch.path)/unpacked"
        #expect(try await TestProgram.text("tar", ["-C", unpacked, "-xf", path]) == "")
        let workspace = try await Workspace.get(name: "w", directory: unpacked)
        #expect(try await workspace.verify() == [])
        let packed = "\(scratch.path)/\(format).tar"
        #expect(try await TestProgram.text("tar", ["--format=\(format)", "-C", unpacked, "-cf", packed, "."]) == "")
        try await checkImport(of: packed, like: workspace)
    }

    @Test(
        .enabled(if: ReferencePython.azuremlCore.isAvailable),
        arguments: ["GNU_FORMAT", "PAX_FORMAT", "USTAR_FORMAT"]
    )
    func `Python lists and unpacks an export file, and a file that it packs is imported`(format: String) async throws {
        let (path, names) = try await export()
        let python = try #require(ReferencePython.azuremlCore.path)
        let script = """
            import sys, tarfile
            source, folder, target, format = sys.argv[1:]
            with tarfile.open(source, errorlevel=2) as archive:
                print('\\n'.join(archive.getnames()))
                archive.extractall(folder)
            with tarfile.open(target, 'w', format=getattr(tarfile, format)) as archive:
                archive.add(folder, arcname='.')
            """
        let (unpacked, packed) = ("\(scratch.path)/unpacked", "\(scratch.path)/packed.tar")
        let arguments = ["-W", "ignore", "-X", "utf8", "-c", script, path, unpacked, packed, format]
        let output = try await TestProgram.text(python, arguments)
        #expect(output.split(separator: "\n").map(String.init).sorted() == names)
        let workspace = try await Workspace.get(name: "w", directory: unpacked)
        #expect(try await workspace.verify() == [])
        try await checkImport(of: packed, like: workspace)
    }
}
