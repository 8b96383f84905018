import AzureMLSupport
import HostileInput
import TestSupport
import Testing

@testable import CondaDependencies

/// Compares with azureml-core and PyYAML themselves. `AZUREML_CORE_PYTHON` is the path of a Python that has both.
@Suite(.enabled(if: ReferencePython.azuremlCore.isAvailable))
struct CondaReferenceTests {
    @Test func `random and real specifications get the same name as from the reference`() async throws {
        var generator = SpecificationGenerator(seed: 20)
        let texts =
            (0..<3000).map { _ in generator.text() }
            + (Fixture.specifications + (Fixture.corpus ?? [])).map { String(decoding: $0.bytes, as: UTF8.self) }
        let names = try await ReferencePython.azuremlCore.answer(
            of: "environment_names.py",
            to: JSONValue(texts.map { JSONValue($0) })
        )
        #expect(names.array?.count == texts.count)
        var compared = 0
        for (text, name) in zip(texts, names.array ?? []) {
            guard let name = name.string else { continue }
            compared += 1
            let ours = try? CondaDependencies(yaml: text).environmentName
            #expect(ours == name, "\(text.debugDescription)")
        }
        print("compared \(compared) of \(texts.count) names with the reference")
        #expect(compared > 2500)
    }
}

/// Generates specifications with values that are hard to write: numbers, dates, Booleans, marks and non-ASCII text.
struct SpecificationGenerator {
    private var random: SplitMix64
    private static let plain = [
        "numpy", "python=3.8", "a>=1,<2", "3.10", "1e3", "017", "0o17", "0x1F", "1_000", "-0", "+1", ".5", "1.", "yes",
        "no", "on", "True", "null", "~", "12:30", "1:2:3", "é", "日本=1", "x#y", "a:b", "<2", "-e git+https://x/y#egg=z",
        "--extra-index-url https://x/y", "scikit-learn[extra]>=1.0 ; python_version > '3.6'", "0b101", "1e+20", "1e-7",
        "123456789012345678901234567890", "190:20:30", "190:20:30.15", "1:99", "0.1", "1.5e300", "-.5", "a'b", "😀",
        "a\\b", "?x", "y", "N", "0x", "08", "1__0",
    ]
    private static let quoted = [
        "''", "'on'", "\"\\t\"", "'#x'", "' a '", "\"a\\nb\"", "'a: b'", "\"\\x85\"", "'1'", "'<<'", "'='", "'!a'",
        "\"\\u00e9\\U0001F600\"", "'- a'", "'[a]'", "\"it's\"", "'null'", "'2020-01-01'",
    ]

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    private mutating func next(_ bound: Int) -> Int { random.next(below: bound) }

    private mutating func scalar() -> String {
        next(3) == 0 ? Self.quoted[next(Self.quoted.count)] : Self.plain[next(Self.plain.count)]
    }

    mutating func text() -> String {
        var lines: [String] = []
        if next(2) == 0 { lines.append("name: \(scalar())") }
        if next(2) == 0 { lines += ["channels:"] + (0...next(3)).map { _ in "  - \(scalar())" } }
        lines += ["dependencies:"] + (0...next(4)).map { _ in "- \(scalar())" }
        if next(2) == 0 { lines += ["- pip:"] + (0...next(3)).map { _ in "  - \(scalar())" } }
        if next(3) == 0 { lines += ["variables:"] + (0...next(3)).map { "  V\($0): \(scalar())" } }
        if next(4) == 0 { lines.append("prefix: \(scalar())") }
        return (next(4) == 0 ? "%YAML 1.1\n---\n" : "") + lines.joined(separator: "\n") + "\n"
    }
}
