import Foundation

/// The real conda specifications that are read.
package struct Corpus {
    package struct File {
        package let path: String
        package let bytes: [UInt8]
    }

    package let files: [File]

    package init(folder: String) throws {
        files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }
            .map { name in
                let path = "\(folder)/\(name)"
                return File(path: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
            }
    }
}
