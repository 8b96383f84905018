package import AzureMLSystem
internal import Foundation

/// A folder for one test, which is removed when the object is destroyed.
package final class ScratchFolder: Sendable {
    package let path: String

    package init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "azureml-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // The temporary folder itself can be a link, which would show in relative paths.
        path = folder.resolvingSymlinksInPath().path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Makes the context of a process whose home folder is `home` and whose working directory is `project`, and makes
    /// both folders.
    package func context(_ variables: [String: String] = [:], current: String = "project") throws -> ProcessContext {
        try makeFolder("home")
        try makeFolder(current)
        return ProcessContext(
            variables: variables,
            homeDirectory: "\(path)/home",
            currentDirectory: current.isEmpty ? path : "\(path)/\(current)"
        )
    }

    package func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
    }

    /// Writes a file, and makes the folders above it.
    ///
    /// - Returns: The file's path.
    @discardableResult
    package func write(_ name: String, _ text: String, mode: Int? = nil) throws -> String {
        try write(name, Array(text.utf8), mode: mode)
    }

    @discardableResult
    package func write(_ name: String, _ bytes: [UInt8], mode: Int? = nil) throws -> String {
        let file = URL(filePath: "\(path)/\(name)")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path) }
        return file.path
    }

    package func read(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    package func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
    }

    package func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }

    package func copy(_ name: String, to newName: String) throws {
        try copy(from: "\(path)/\(name)", to: newName)
    }

    /// Copies a file or folder from elsewhere, such as a fixture.
    package func copy(from source: String, to name: String) throws {
        try FileManager.default.copyItem(atPath: source, toPath: "\(path)/\(name)")
    }

    package func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
    }

    /// Whether an entry of that name exists, even a broken link.
    package func exists(_ name: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")) != nil
    }

    /// Whether an entry is a regular file, without following links.
    package func isFile(_ name: String) throws -> Bool {
        try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.type] as? FileAttributeType == .typeRegular
    }

    package func permissions(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.posixPermissions] as? Int
    }

    /// Returns the sorted names in a folder.
    package func names(in folder: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)").sorted()
    }

    /// Returns the sorted relative paths of every file and folder below a folder.
    package func tree(_ name: String = "") throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: "\(path)/\(name)").sorted()
    }
}
