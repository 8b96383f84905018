import AzureMLSupport
import Foundation
import Testing

/// Compares with the output of Python's own `json`; `Tests/Reference/json_vectors.py` makes the files.
@Suite struct JSONReferenceTests {
    private struct Vector: Decodable {
        let text: String
        let compact: String?
        let indented: String?
    }

    private static func fixture(_ name: String) throws -> Data {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        return try Data(contentsOf: folder.appending(path: name))
    }

    private static func vectors() throws -> [Vector] {
        let vectors = try JSONDecoder().decode([Vector].self, from: fixture("json_vectors.json"))
        try #require(vectors.count > 100)
        return vectors
    }

    @Test func `texts are read and written as Python reads and writes them`() throws {
        for vector in try Self.vectors() {
            let value = try? JSONValue(parsing: Array(vector.text.utf8))
            #expect(value?.pythonText() == vector.compact, "\(vector.text)")
            #expect(value?.pythonText(indent: 4) == vector.indented, "\(vector.text)")
        }
    }

    @Test func `written text is the same after reading and writing it again`() throws {
        for vector in try Self.vectors() {
            guard let indented = vector.indented else { continue }
            let value = try JSONValue(parsing: Array(indented.utf8))
            #expect(value.pythonText(indent: 4) == indented)
        }
    }

    @Test func `numbers are spelled as Python spells them`() throws {
        let lines = String(decoding: try Self.fixture("json_floats.txt"), as: UTF8.self).split(separator: "\n")
        try #require(lines.count > 900)
        for line in lines {
            let fields = line.split(separator: " ")
            let bits = try #require(UInt64(fields[0], radix: 16))
            #expect(JSONValue(Double(bitPattern: bits)).pythonText() == fields[1])
        }
    }

    @Test func `a truncated text is refused and never traps`() throws {
        let text = #"{"a": [1, -2.5e+10, NaN, -Infinity], "b\u00e9\ud83d": {"日": "\n\"", "c": null}, "d": true}"#
        let bytes = Array(text.utf8)
        _ = try JSONValue(parsing: bytes)
        for count in bytes.indices {
            #expect(throws: JSONError.self) { try JSONValue(parsing: Array(bytes.prefix(count))) }
        }
    }
}
