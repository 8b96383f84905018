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
}
