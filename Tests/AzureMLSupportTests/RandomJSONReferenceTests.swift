import AzureMLSupport
import TestSupport
import Testing

/// Compares with Python's own `json`. Opt-in: set `AZUREML_CORE_PYTHON` to any Python.
@Suite(.enabled(if: ReferencePython.azuremlCore.isAvailable))
struct RandomJSONReferenceTests {
    @Test func `100,000 random values are written as Python writes them`() async throws {
        let count = 100_000
        let seed = UInt32.random(in: .min ... .max)
        let output = try await ReferencePython.azuremlCore.output(of: "random_json.py", ["\(count)", "\(seed)"])
        let lines = output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        try #require(lines.count == 3 * count + 1)
        var wrong: [String] = []
        for start in stride(from: 0, to: 3 * count, by: 3) {
            let value = try? JSONValue(parsing: Array(lines[start]))
            let indented = value?.pythonBytes(indent: 4).map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: "\t") : $0 }
            if value?.pythonBytes() != Array(lines[start + 1]) || indented != Array(lines[start + 2]) {
                wrong.append(String(decoding: lines[start], as: UTF8.self))
            }
        }
        #expect(wrong.isEmpty, "seed \(seed), \(wrong.count) values, the first: \(wrong.first ?? "")")
    }
}
