import AzureMLSupport
import CondaDependencies
import Testing

@Suite struct LimitHintTests {
    struct LargeText: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var hint: String

        var testDescription: String { name }
    }

    static let largeTexts = [
        LargeText(
            name: "deep nesting",
            text: String(repeating: "[", count: 1000),
            hint: "check that this is the right file; conda files are far smaller"
        ),
        LargeText(
            name: "a long tag prefix",
            text: "%TAG !e! tag:\(String(repeating: "x", count: 2000))\n---\nname: a\n",
            hint: "check that this is the right file; conda files are far smaller"
        ),
        LargeText(
            name: "many directives",
            text: String(repeating: "%TAG !e! tag:e\n", count: 65) + "---\nname: a\n",
            hint: "remove the directives, which a conda specification does not need"
        ),
        LargeText(
            name: "many values",
            text: "dependencies:\n" + String(repeating: "- a\n", count: 250_000),
            hint: "check that this is the right file; conda files are far smaller"
        ),
        LargeText(
            name: "many combining characters",
            text: "name: a" + String(repeating: "\u{301}", count: 257) + "\n",
            hint: "check that this is the right file; conda files are far smaller"
        ),
        LargeText(
            name: "many combining characters as escapes",
            text: "name: \"a" + String(repeating: "\\u0301", count: 257) + "\"\n",
            hint: "check that this is the right file; conda files are far smaller"
        ),
        LargeText(
            name: "many bytes",
            text: String(repeating: "#", count: (16 << 20) + 1),
            hint: "check that this is the right file"
        ),
    ]

    @Test(arguments: largeTexts)
    func `a text over a limit is refused with the hint for conda files`(_ large: LargeText) {
        let error = #expect(throws: CondaDependenciesError.self) { try CondaDependencies(yaml: large.text) }
        #expect(error?.code == .tooLarge)
        #expect(error?.hint == large.hint)
    }

    @Test func `combining characters of different values do not count together`() throws {
        let item = "- \"" + String(repeating: "\\u0301", count: 200) + "\"\n"
        let specification = try CondaDependencies(yaml: "channels:\n" + String(repeating: item, count: 3))
        #expect(specification.condaChannels.count == 3)
    }

    /// One comment can suppress a million findings on its line, so only so many are looked at.
    @Test(arguments: [(999, 1), (1000, 0)])
    func `findings after a thousand are not looked at when comments suppress some`(count: Int, shown: Int) throws {
        let code = try #require(CondaDependencies(yaml: "dependencies: [1]\n").diagnostics.first).code.name
        let items = [String](repeating: "1", count: count).joined(separator: ", ")
        let text = "dependencies: [\(items), # azureml: ignore \(code)\n1]\n"
        #expect(try CondaDependencies(yaml: text).diagnostics.count == shown)
        #expect(try CondaDependencies(yaml: text.replacing("#", with: "# not")).diagnostics.count == 100)
    }
}
