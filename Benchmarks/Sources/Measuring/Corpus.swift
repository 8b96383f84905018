import Foundation

/// The real conda specifications that are read.
public struct Corpus {
    public struct File {
        public let path: String
        public let bytes: [UInt8]
    }

    public let files: [File]

    public init(folder: String) throws {
        files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }
            .map { name in
                let path = "\(folder)/\(name)"
                return File(path: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
            }
    }
}
