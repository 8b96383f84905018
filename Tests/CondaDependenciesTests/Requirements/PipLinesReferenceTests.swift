import AzureMLSupport
import TestSupport
import Testing

@testable import CondaDependencies

/// Compares with pip itself. `AZUREML_CORE_PYTHON` is the path of a Python that has pip.
@Suite(.enabled(if: ReferencePython.azuremlCore.isAvailable))
struct PipLinesReferenceTests {
    private static let pieces = [
        "a", "b==1", " ", "\t", "#", " # c", "\\", "\\\n", "\n", "\r\n", "\r", "\u{0B}", "\u{0C}", "\u{1C}", "\u{1F}",
        "\u{85}", "\u{A0}", "\u{2028}", "\u{3000}", "\u{FEFF}", "é", "-r x", "https://h/#egg=y",
    ]

    @Test func `random files have the same lines as in pip`() async throws {
        let texts = (0..<20_000).map { _ in
            (0..<Int.random(in: 0...12)).map { _ in Self.pieces.randomElement() ?? "" }.joined()
        }
        let question = JSONValue(texts.map { JSONValue($0) })
        let answers = try #require(await ReferencePython.azuremlCore.answer(of: "pip_lines.py", to: question).array)
        try #require(answers.count == texts.count)
        for (text, answer) in zip(texts, answers) {
            let lines = PipRequirementsText(text).lines.map { JSONValue([JSONValue($0.number), JSONValue($0.text)]) }
            #expect(JSONValue(lines) == answer, "\(JSONValue(text).pythonText())")
        }
    }
}
