import AzureMLSupport
import AzureMLSystem
import Foundation
import Workspace

/// A folder of a test's own that is removed with the test.
final class ScratchFolder: Sendable {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "workspace-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // The temporary folder itself can be a link, which would show in relative paths.
        path = folder.resolvingSymlinksInPath().path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Home is `home`, the current folder is `project`; both exist.
    func context(_ variables: [String: String] = [:], current: String = "project") throws -> ProcessContext {
        try makeFolder("home")
        try makeFolder(current)
        return ProcessContext(
            variables: variables,
            homeDirectory: "\(path)/home",
            currentDirectory: current.isEmpty ? path : "\(path)/\(current)"
        )
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
    }

    func write(_ name: String, _ text: String) throws {
        try makeFolder((name as NSString).deletingLastPathComponent)
        try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }

    func copy(_ name: String, to newName: String) throws {
        try FileManager.default.copyItem(atPath: "\(path)/\(name)", toPath: "\(path)/\(newName)")
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
    }

    func exists(_ name: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")) != nil
    }

    /// Every file and folder below, as sorted relative paths.
    func tree(_ name: String = "") throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: "\(path)/\(name)").sorted()
    }
}

extension DocumentDraft {
    static func sample(_ name: String = "env", version: String? = nil, content: String = "a") -> DocumentDraft {
        DocumentDraft(name: name, version: version, contentHash: content, secretReferences: [:]) { version in
            [
                DocumentFile(name: "definition.json", bytes: Array("{\"version\": \"\(version)\"}".utf8)),
                DocumentFile(name: "content.txt", bytes: Array(content.utf8)),
            ]
        }
    }
}
