import CondaDependencies
import HostileInput
import Testing

/// Texts that the fuzzer has found, as small as they get.
@Suite struct FuzzFindingsTests {
    @Test func `new pip requirements between brackets are separated by commas`() throws {
        var dependencies = try CondaDependencies(yaml: "dependencies: [{pip: [a, b]}]\n")
        try dependencies.setPipRequirements(["c", "--pre"])
        withKnownIssue("the comma between two new items is missing once all old ones are removed") {
            #expect(dependencies.serializeToString() == "dependencies: [{pip: [c, --pre]}]\n")
        }
    }

    static let knownTexts = [
        "? name\n: x\n? dependencies\n: - y\n",
        "\n\n- -# s:\n  ? -",
        "nmea:\nchannels:\n|  ",
    ]

    @Test(arguments: knownTexts)
    func `an edit of this text reads back as what was edited`(_ text: String) {
        withKnownIssue("editing near '?', '!' or an indicator alone is neither right nor refused", isIntermittent: true) {
            #expect(HostileInput.violations(of: Array(text.utf8)) == [])
        }
    }
}
