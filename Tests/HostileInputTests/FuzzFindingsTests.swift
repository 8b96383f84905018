import CondaDependencies
import HostileInput
import Testing

/// Texts found by the fuzzer, reduced to the minimum.
@Suite struct FuzzFindingsTests {
    static let texts = [
        "? name\n: x\n? dependencies\n: - y\n",
        "\n\n- -# s:\n  ? -",
        "nmea:\nchannels:\n|  ",
        "a:\r\n- &p",
        "channels:\n  b=#, c\ndependencies:\n  \n   !!str    # - d\n",
        " &a\n  - b# c\n",
        "dependencies:\r\n !a:\r\r\n  - b\r\n",
        "a: [b, c]# \n",
        "a:\r\n- &b:p\rc:",
        "dependencies: [a, !<!>    ,!b , c]\n",
        "# a\u{2028}dependencies:\r\n- b\r\n- c\r# d",
        "a: &b\n  &c d: e\nf:\n  &g\n  &h i: j\n",
        "- [{a: b}:c ]\n",
        "a: 1\n \t\nb: |\n  c\n  \t\n  d\n",
        "!!str a: b\nc: !!int 42\n!!str 23: !!bool false\n",
        "a: ># b\n  c\nd: | # e\n  f\n",
        "a:\n  ? >\n    b\n  :\n",
        "a: &b # c\n  d: e\nf:\n &g # h\n - i: j\n",
        "{\n  a : !!str,\n  !!str : b,\n}\n",
        "- { a\n  b, c: d}\n- { \"e\n  f\", g: h}\n",
        "a:\n  - &b c\nd:\n  - *b\n",
        "- a\n- b\n  \t",
        "? >\nc:",
        "- |\n  a\n-",
        "[1,t,\u{2028}f]",
        "{! }",
        "-\r|\n",
        "a:\n- \n  |\n  b\n",
        "k: {!!str \n}\n",
        "name: |\n  a\nb:",
        "a: [b\n,]\nc: [d # e\n,]\nf: {pip: g\n,}\n",
        "- {pip: [a\n  ,]}\n",
        "[a # c\n,]",
        "a: !b [] # x-y\nc: !d # - e\n  - f\n",
        "a:\n  ? - |\n    b\n  ? |\n    c\nd: e\n",
        "d:\r\n- \r\n\r\r  a: b\r\n- c:\n",
        "d:\n- \n\n\n  a: b\n- c:\n",
        "dependencies:\r\n- a\r-\n pip:\r\n  - b\u{2028}\u{FEFF}c:\r\n- d\r\n",
        "a:\n- &b::\n- c\n",
        "a :  # b: c\n  - d\n",
        "? a\n# b\n: # c: d\n  - e\n",
        "{a,\n?\n}\n",
        "[# a: b\n]\n",
        "{'a'#\n}\n",
        "{!a ,\nb}\n",
        "[!!a -, b\n]\n",
        "a: {\nb, \u{FEFF}c\n}\n",
        "a:\n- >\n b\n-\n \n  \n",
        "\u{FEFF} - a\n - b\n",
        "{a: b, # c\u{2028}}\n",
        "a:\n- b\n  \t# c\n- d\n",
        "a:\n  b\n  \t# c\n",
        "- [-, a]\n- [b\n, -]\n- [&c , -]\n",
        "a: {b: 1,\n? c : d}\n",
        "a:\n- !<!> # b\u{2028}> # c\u{2028}# d\n- e\n",
        "a: {!b , &c , d, e, f, g, h, i, j}\n",
        "a:\n- b: >-\n    c\n- d\n  \n     \n- e\n",
        "? ? >\nc:",
        "dependencies:\n- ? ? >\nchannels: [a]\n",
    ]

    @Test(arguments: texts)
    func `an edited text parses to the edited data, or the edit is refused`(_ text: String) {
        #expect(HostileInput.violations(of: Array(text.utf8)) == [])
        for seed: UInt64 in 0..<100 {
            #expect(HostileInput.documentViolations(of: Array(text.utf8), seed: seed) == [])
        }
    }

    @Test func `new pip requirements in a flow list are separated by commas`() throws {
        var dependencies = try CondaDependencies(yaml: "dependencies: [{pip: [a, b]}]\n")
        try dependencies.setPipRequirements(["c", "--pre"])
        #expect(dependencies.serializeToString() == "dependencies: [{pip: [c, --pre]}]\n")
    }

    @Test func `a byte order mark at the start of a line is kept, and an edit names it in an error`() throws {
        let text = "dependencies:\n- a\n\u{FEFF}# b\n"
        var dependencies = try CondaDependencies(yaml: text)
        #expect(dependencies.serializeToString() == text)
        #expect {
            try dependencies.addCondaPackage("c")
        } throws: { error in
            "\(error)".contains("3:1") && "\(error)".contains("byte order mark")
        }
    }
}
