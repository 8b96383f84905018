import DockerSyntax
import TestSupport
import Testing

/// The time in which a Dockerfile is read grows as its text, whatever the text holds.
@Suite(.serialized) struct DockerfileTimeTests {
    private static func repeating(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    /// Texts of which each was slow in some search, by their size in bytes.
    private static let texts: [@Sendable (Int) -> String] = [
        { size in
            let options = (0..<size / 16).map { " --a\($0)" }.joined()
            return "FROM a\nRUN\(options) id\(options)\n"
        },
        { repeating("#escape=\\\n", $0 / 20) + repeating("#check=ab\n", $0 / 20) + "FROM a\n" },
        { repeating("FROM a\n", $0 / 14) + "FROM $\(repeating("n", $0 / 2))\n" },
    ]

    @Test(arguments: texts.indices)
    func `the time grows as the text`(index: Int) {
        let growth = TimeGrowth(text: Self.texts[index]) { text in
            for line in DockerfileLines(text).lines { _ = line.imageNames }
            _ = try? Dockerfile(parsing: text).baseImage
        }
        #expect(growth.isLinear, "\(growth)")
    }
}
