import Foundation
import Testing

/// The fixtures of these tests, and the folder of real conda files at the path in `CONDA_CORPUS`.
enum Fixture {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    /// The specifications among the fixtures, sorted by file name.
    static let specifications = files(in: folder.appending(path: "specifications"))

    /// The real conda files; `nil` when `CONDA_CORPUS` is not set.
    static let corpus: [File]? = ProcessInfo.processInfo.environment["CONDA_CORPUS"].map { path in
        files(in: URL(filePath: path))
    }

    struct File: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var testDescription: String { name }
    }

    private static func files(in folder: URL) -> [File] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".yml") }.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).map { File(name: name, bytes: [UInt8]($0)) }
        }
    }
}
