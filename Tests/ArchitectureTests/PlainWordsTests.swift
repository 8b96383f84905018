import Foundation
import Testing

/// The rules of CONTRIBUTING.md about words, as far as a program can check them.
@Suite struct PlainWordsTests {
    @Test func `no comment, message or document uses the words that CONTRIBUTING advises against`() throws {
        for file in SourceFile.paths() + SourceFile.documents() where file.lastPathComponent != "CONTRIBUTING.md" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                #expect(Self.findings(in: line) == [], "\(file.lastPathComponent):\(number + 1)")
            }
        }
    }

    @Test(arguments: [
        ("'x' is no conda package", ["'x' is no conda"]), ("there is no file", []), ("it is no longer there", []),
        ("whoever reads this", ["whoever"]), ("Nobody knows", ["Nobody"]), ("such a file is none.", ["is none."]),
        ("empty when there is none.", []),
    ])
    func `a phrase is found with the words around it`(_ line: String, _ findings: [String]) {
        #expect(Self.findings(in: line[...]) == findings)
    }

    private static func findings(in line: Substring) -> [String] {
        var findings = line.matches(of: /(\S+) (?:is|are) no (\w+)/).compactMap { match in
            match.1.lowercased().hasSuffix("there") || match.2 == "longer" || match.2 == "more" ? nil : String(match.0)
        }
        findings += line.matches(of: /\b[Ww]hoever\b|\b[Nn]obody\b/).map { String($0.0) }
        if !line.contains(/there (?:is|are) none/) {
            findings += line.matches(of: /\b(?:is|are) none[.;,]/).map { String($0.0) }
        }
        return findings
    }
}
