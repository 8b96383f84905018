import AzureMLSupport
import Foundation

/// Environments that azureml-core 1.61 serialized and saved: one JSON file and one folder for each.
enum Fixture {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".json") && !$0.hasPrefix("26_") }.map { String($0.dropLast(5)) }.sorted()
    }()

    static func path(_ name: String) -> String {
        folder.appending(path: name).path
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: path)))
    }

    /// Returns a definition, which was written with `ensure_ascii=False`, in the ASCII form of a saved folder.
    static func definitionText(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self).utf16.reduce(into: "") { text, codeUnit in
            if codeUnit < 0x80 {
                text.unicodeScalars.append(Unicode.Scalar(UInt8(codeUnit)))
            } else {
                text += String(format: "\\u%04x", Int(codeUnit))
            }
        }
    }

    static func json(_ path: String) throws -> JSONValue {
        try JSONValue(parsing: bytes(path), file: path)
    }
}
