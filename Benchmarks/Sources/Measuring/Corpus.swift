import Foundation

/// The real conda specifications in a folder.
package struct Corpus {
    package struct File {
        package let path: String
        package let bytes: [UInt8]
    }

    package let files: [File]

    /// Reads a folder. Ends the program if the folder is missing or contains no specifications.
    package init(folder: String) throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        files = try names.sorted().filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }.map { name in
            let path = "\(folder)/\(name)"
            return File(path: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
        }
        if files.isEmpty { exit(withUsage: "'\(folder)' contains no .yml or .yaml files") }
    }
}
