import AzureMLSupport
import Testing

@testable import LosslessYAML

@Suite struct RefusalTests {
    @Test(arguments: [
        ("a: 1\nb: 2\na: 3\n", "yaml-key-duplicated", "3:1"),
        ("a:\n\t- b\n", "yaml-syntax-invalid", "2:1"),
        ("a: 'b\nc: d\n", "yaml-syntax-invalid", "1:4"),
        ("a: [b,\nc: d\n", "yaml-syntax-invalid", "1:4"),
        ("a: *b\n", "yaml-alias-undefined", "1:4"),
        ("a: &b [*b]\n", "yaml-alias-undefined", "1:8"),
        ("a: b\n---\nc: d\n", "yaml-second-document-refused", "2:1"),
        ("a: b: c\n", "yaml-syntax-invalid", "1:5"),
        ("a: [b, \"c\" d]\n", "yaml-syntax-invalid", "1:12"),
        ("{a: b \"c\": d}\n", "yaml-syntax-invalid", "1:10"),
        ("a: b\n c: d\n", "yaml-syntax-invalid", "2:3"),
        ("a: \u{7}\n", "yaml-character-invalid", "1:4"),
        ("a: @b\n", "yaml-syntax-invalid", "1:4"),
        ("a:\n  - b\n c\n", "yaml-syntax-invalid", "3:2"),
        ("a: b\n\t# c\n", "yaml-syntax-invalid", "2:1"),
    ])
    func `invalid YAML is refused with its location`(text: String, code: String, place: String) {
        let error = #expect(throws: YAMLError.self) {
            try YAMLDocument(parsing: Array(text.utf8), file: "env.yml")
        }
        #expect(error?.code.name == code)
        #expect(error?.location?.description == "env.yml:\(place)")
        #expect(error?.message.isEmpty == false)
    }

    @Test(arguments: [
        ("dependencies:\n- >=2\n", "in quotes"), ("dependencies:\n- *\n", "in quotes"),
        ("a: b\n[section]\nc = 1\n", "fix"), ("a:\n- b\n-\u{A0}c\n", "U+00A0"), ("c: d\na:\u{3000}b\n", "U+3000"),
    ])
    func `the error for a common mistake says how to fix it`(text: String, word: String) {
        let error = #expect(throws: YAMLError.self) { try YAMLDocument(parsing: Array(text.utf8)) }
        #expect(error?.description.contains(word) == true)
    }

    @Test func `little text cannot become much text in block style`() throws {
        let brackets = (open: String(repeating: "[", count: 200), close: String(repeating: "]", count: 200))
        let small = "a: \(brackets.open)\(String(repeating: "x,", count: 40_000))\(brackets.close)"
        #expect(throws: Never.self) { try YAMLDocument(parsing: Array(small.utf8)) }
        let large = "a: \(brackets.open)\(String(repeating: "x,", count: 50_000))\(brackets.close)"
        let error = #expect(throws: YAMLError.self) { try YAMLDocument(parsing: Array(large.utf8)) }
        #expect(error?.code == .tooLarge)
    }

    @Test func `bytes that are not UTF-8 are refused with their location`() {
        let error = #expect(throws: YAMLError.self) {
            try YAMLDocument(parsing: Array("name: caf".utf8) + [0xE9, 0x0A], file: "env.yml")
        }
        #expect(error?.code == .characterInvalid)
        #expect(error?.location?.description == "env.yml:1:10")
        #expect(error?.hint == "save the file as UTF-8")
    }

    @Test func `nesting deeper than the limit is refused before libyaml becomes slow`() {
        let text = Array(repeating: UInt8(ascii: "["), count: 100_000)
        let error = #expect(throws: YAMLError.self) { try YAMLDocument(parsing: text) }
        #expect(error?.code == .tooDeep)
        #expect(error?.location?.column == 257)
    }

    @Test func `a text over the size limit is refused before it is parsed`() {
        let limits = YAMLLimits(byteCount: 10)
        let error = #expect(throws: YAMLError.self) {
            try YAMLDocument(parsing: Array("dependencies: []\n".utf8), file: "env.yml", limits: limits)
        }
        #expect(error?.code == .tooLarge)
        #expect(error?.message.contains("17 bytes") == true)
    }

    @Test(arguments: [
        ("variables: {v: [&a0 [x]" + (1...300).map { ", &a\($0) [*a\($0 - 1)]" }.joined() + "]}\n", "yaml-too-deep"),
        (
            "a: &a " + String(repeating: "x", count: 200_000) + "\nb: ["
                + (0..<100).map { _ in "*a" }.joined(separator: ", ") + "]\n", "yaml-too-large"
        ),
        ("%TAG !e! tag:" + String(repeating: "x", count: 2000) + "\n---\na: !e!b c\n", "yaml-too-large"),
    ])
    func `a text that expands beyond a limit is refused`(text: String, code: String) {
        let error = #expect(throws: YAMLError.self) { try YAMLDocument(parsing: Array(text.utf8)) }
        #expect(error?.code.name == code)
    }

    @Test(arguments: [
        ("[[[[[a]]]]]\n", "too many"), ("[a, b, c, d, e, f, g, h, i]\n", "too many"),
        ("a: &a [b, c, d, e]\nf: *a\n", "too many"), ("%TAG !e! tag:e\n---\na: b\n", "too many"),
        ("%YAML 1.1\n---\na: b\n", "no directives"),
    ])
    func `a text over a limit is refused with the hint of the caller`(text: String, hint: String) {
        let limits = YAMLLimits(
            depth: 4,
            nodeCount: 9,
            directiveCount: text.hasPrefix("%YAML") ? 0 : 1,
            tagPrefixByteCount: 3,
            hint: "too many",
            directivesHint: "no directives"
        )
        let error = #expect(throws: YAMLError.self) { try YAMLDocument(parsing: Array(text.utf8), limits: limits) }
        #expect(error?.hint == hint)
    }

    @Test func `an edit that takes a text over a limit causes an error when the text is saved`() throws {
        let brackets = (open: String(repeating: "[", count: 255), close: String(repeating: "]", count: 255))
        var document = try YAMLDocument(parsing: Array("a: \(brackets.open)b\(brackets.close)\n".utf8))
        var innermost = try #require(document.root.flatMap { document.value(forKey: "a", in: $0) })
        while let item = document.items(of: innermost).first, document.kind(of: item) == .sequence { innermost = item }
        try document.append(.sequence([]), to: innermost)
        let error = #expect(throws: YAMLError.self) { try document.verifiedBytes() }
        #expect(error?.code == .tooDeep)
    }

    @Test func `too many directives are refused before libyaml compares them with each other`() {
        let directives = (0..<200_000).map { "%TAG !a\($0)! b\n" }.joined()
        let error = #expect(throws: YAMLError.self) {
            try YAMLDocument(parsing: Array("a: b\n...\n\(directives)---\nc: d\n".utf8))
        }
        #expect(error?.code == .tooLarge)
        #expect(error?.location?.line == 67)
    }

    @Test func `aliases that expand to too many values are refused`() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...8 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let error = #expect(throws: YAMLError.self) { try YAMLDocument(parsing: Array(text.utf8)) }
        #expect(error?.code == .tooManyNodes)
    }

    @Test func `the number 1 and the text 1 are different keys, in small and in large mappings`() throws {
        #expect(throws: Never.self) { try YAMLDocument(parsing: Array("1: a\n\"1\": b\n".utf8)) }
        let many = (0..<9).map { "k\($0): v\n" }.joined()
        #expect(throws: Never.self) { try YAMLDocument(parsing: Array(many.utf8)) }
        let error = #expect(throws: YAMLError.self) { try YAMLDocument(parsing: Array((many + "k3: v\n").utf8)) }
        #expect(error?.code == .keyDuplicated)
        #expect(error?.location?.line == 10)
        let mixed = many + "1: x\n\"1\": y\n1: z\n"
        #expect(throws: YAMLError.self) { try YAMLDocument(parsing: Array(mixed.utf8)) }
        #expect(throws: YAMLError.self) { try YAMLDocument(parsing: Array("{A: &k name}: 1\nname: x\n*k : y\n".utf8)) }
    }
}
