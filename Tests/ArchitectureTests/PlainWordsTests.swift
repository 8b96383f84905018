import Foundation
import Testing

/// The rules of CONTRIBUTING.md about words, as far as a program can check them.
@Suite struct PlainWordsTests {
    /// These name the words.
    private static let exceptions = ["CONTRIBUTING.md", "PlainWordsTests.swift"]

    @Test func `no comment, message or document uses the words that CONTRIBUTING advises against`() throws {
        for file in SourceFile.texts() where !Self.exceptions.contains(file.lastPathComponent) {
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(try Self.findings(in: text) == [], "\(file.path)")
        }
    }

    @Test(arguments: [
        ("'x' is no conda package", ["is no conda"]), ("there is no file", []), ("it is no longer there", []),
        ("whoever reads this", ["whoever"]), ("Nobody knows", ["Nobody"]), ("such a file is none.", ["is none"]),
        ("empty when there is none.", []), ("the name behind it", ["behind it"]), ("apt behind proxies", []),
        ("leaves nothing behind", []), ("a tab stands here", ["stands here"]), ("what a tag stands for", []),
        ("USER nobody", []),
    ])
    func `a phrase is found`(_ text: String, _ findings: [String]) throws {
        #expect(try Self.findings(in: text) == findings)
    }

    private static func findings(in text: String) throws -> [String] {
        let phrases = [
            #"(?<!there )(?<!There )\b(?:is|are) no (?!longer\b|more\b)\w+"#,
            #"(?<!there )(?<!There )\b(?:is|are) none\b"#,
            #"\b[Ww]hoever\b"#,
            #"(?<!USER )\b[Nn]obody\b"#,
            #"(?<!nothing )(?<!containers )(?<!container )(?<!file )(?<!mount )(?<!left )"#
                + #"\bbehind\b(?! (?:faulty )?prox| one adapter| `WorkspaceStore`)(?: \w+)?"#,
            #"\bstands?\b(?! for\b|-)(?: \w+)?"#,
        ]
        let expression = try NSRegularExpression(pattern: phrases.joined(separator: "|"))
        let range = NSRange(text.startIndex..., in: text)
        return expression.matches(in: text, range: range).compactMap { match in
            Range(match.range, in: text).map { String(text[$0]) }
        }
    }
}
