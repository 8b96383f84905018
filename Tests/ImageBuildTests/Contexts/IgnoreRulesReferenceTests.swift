import Foundation
import Testing

@testable import ImageBuild

/// Writes rules and their results for Docker's own matcher to check. Opt-in: `Scripts/test-ignore-rules` sets the file.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["IGNORE_RULES_FILE"] != nil))
struct IgnoreRulesReferenceTests {
    private static let file = URL(filePath: ProcessInfo.processInfo.environment["IGNORE_RULES_FILE"] ?? "")

    private struct Example: Encodable {
        var rules: String
        var paths: [String]
        var ignored: [String] = []
        var refused = false

        init(_ rules: String, _ paths: [String]) {
            self.rules = rules
            self.paths = paths
            do {
                _ = try IgnoreRules(rules, file: ".dockerignore")
                ignored = try paths.filter { try IgnoreRulesTests.ignores(rules, $0) }
            } catch {
                refused = true
            }
        }
    }

    /// Gives the same numbers in each run.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64 = 1

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 33)
        }
    }

    @Test func `the rules of the tests and random ones are written for Docker's matcher`() throws {
        var dice = Dice()
        func text(_ pieces: [String], upTo count: Int) -> String {
            (0..<Int.random(in: 1...count, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
        }
        let pieces = [
            "a", "b", "a", "b", "/", "/", "*", "**", "**/", "**/*", "?", "..", ".", "./", "!", " ", "[ab]", "[^a]",
            "\\*", "\\",
            "[",
            "]", "a-b", "{", "|", "é", "\u{A0}",
        ]
        let names = ["a", "b", "ab", "a-b", ".a", "é", "a*", "a\nb"]
        var examples = IgnoreRulesTests.cases.map { Example($0.rules, $0.ignored + $0.kept) }
        examples += (IgnoreRulesTests.refused + IgnoreRulesTests.refusedByUs).map { Example($0, []) }
        for _ in 0..<20_000 {
            let rules = (0..<Int.random(in: 1...5, using: &dice)).map { _ in
                (Bool.random(using: &dice) ? "" : "!") + text(pieces, upTo: 6)
            }
            let paths = (0..<12).map { _ in
                (0..<Int.random(in: 1...4, using: &dice)).map { _ in names.randomElement(using: &dice) ?? "" }
                    .joined(separator: "/")
            }
            examples.append(Example(rules.joined(separator: "\n"), paths))
        }
        let encoder = JSONEncoder()
        let lines = try examples.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }
        try Data(lines.joined().utf8).write(to: Self.file)
    }
}
