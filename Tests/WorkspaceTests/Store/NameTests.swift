import Testing
import Workspace

@Suite struct NameTests {
    @Test(arguments: [
        ("pytorch", "pytorch"), ("a.b-c_1", "a.b-c_1"), ("1", "1"), ("1.0.0", "1.0.0"), (".hidden", "%2ehidden"),
        ("end.", "end%2e"), ("a..", "a.%2e"), ("Case", "Case~15f86e24ed25aed154934fb1f3275d9b"),
        ("CASE", "CASE~d35114736c127b0a4f015cdeba5f9fb6"),
        ("a b", "a%20b"), ("50%", "50%25"), ("a~b", "a%7eb"), ("x:y", "x%3ay"), ("con", "%63on"),
        ("con.txt", "%63on.txt"), ("CON", "%43ON~a3dbc4b644a9a2c51e74509ded5c46cc"), ("com1", "%63om1"),
        ("com10", "com10"),
        ("lpt0.a.b", "%6cpt0.a.b"), ("console", "console"), ("日本", "%e6%97%a5%e6%9c%ac"),
        ("e\u{301}", "%c3%a9"), ("\u{E9}", "%c3%a9"),
        (String(repeating: "a", count: 120), String(repeating: "a", count: 120)),
        (
            String(repeating: "a", count: 121),
            String(repeating: "a", count: 80) + "~e9615320128cc7a3d6078e9af0560318"
        ),
        (
            String(repeating: "A", count: 120),
            String(repeating: "A", count: 120) + "~a4f4256159ea6fb23b27eb8c5eb9cfb9"
        ),
        (
            String(repeating: "語", count: 40),
            "%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9"
                + "~5bab9954b2bdb366626700e4ea121111"
        ),
    ])
    func `a name has the same file name on every file system`(name: String, encoded: String) throws {
        #expect(EncodedName.encode(try DocumentName(name, kind: "name")) == encoded)
    }

    @Test(arguments: [
        ("", "is empty"), (".", "is the name of a folder"), ("..", "is the name of a folder"),
        ("../../x", "separates folders"), ("a/b", "separates folders"), ("a\\b", "separates folders"),
        ("a\nb", "control character U+000A"),
        ("a\0b", "control character U+0000"), (" a", "begins or ends with whitespace"), ("a ", "begins or ends"),
        ("a\u{202E}b", "format character U+202E"), ("a\u{E000}", "private-use character U+E000"),
        ("a\u{378}", "unassigned character U+0378"), ("a\u{2028}b", "control character U+2028"),
        (String(repeating: "a", count: 300), "has 300 characters; 255 are allowed"),
    ])
    func `a name that cannot be stored is refused with the reason`(name: String, reason: String) {
        let error = #expect(throws: WorkspaceError.self) { try DocumentName(name, kind: "environment name") }
        #expect(error?.code == .nameInvalid)
        #expect(error?.message.contains(reason) == true)
    }

    @Test(arguments: ["a", String(repeating: "é", count: 255), "AzureML-x", "日本 語", "a.b"])
    func `an ordinary name is accepted`(name: String) throws {
        _ = try DocumentName(name, kind: "name")
    }

    @Test func `two Unicode spellings of the same text are the same name`() throws {
        let composed = try DocumentName("\u{E9}", kind: "name")
        #expect(try DocumentName("e\u{301}", kind: "name") == composed)
        #expect(composed.text.unicodeScalars.count == 1)
        // The ligature is only a compatibility equivalent, not a canonical one.
        #expect(try DocumentName("\u{FB01}", kind: "name") != DocumentName("fi", kind: "name"))
    }
}
