import Testing

@testable import DockerSyntax

@Suite struct ImageReferenceTests {
    private static let digest = "sha256:8cee6f674276dddb23068d2710da7f7f95b119412cc482675ac79ba45a4acf99"

    @Test(
        arguments: [
            ("ubuntu", nil, "ubuntu", nil),
            ("ubuntu:22.04", nil, "ubuntu", "22.04"),
            ("library/ubuntu", nil, "library/ubuntu", nil),
            ("localhost/a", "localhost", "a", nil),
            ("localhost:5000/a:b", "localhost:5000", "a", "b"),
            ("localhost:5000", nil, "localhost", "5000"),
            ("HOST/a", "HOST", "a", nil),
            ("[2001:db8::1]:5000/a", "[2001:db8::1]:5000", "a", nil),
            (
                "mcr.microsoft.com/azureml/base:intelmpi2018.3-ubuntu16.04", "mcr.microsoft.com", "azureml/base",
                "intelmpi2018.3-ubuntu16.04"
            ),
            ("a__b/c---d/e.f:_X.y-z", nil, "a__b/c---d/e.f", "_X.y-z"),
        ] as [(String, String?, String, String?)]
    )
    func `a reference is parsed as container engines parse it`(
        _ text: String,
        _ host: String?,
        _ path: String,
        _ tag: String?
    ) throws {
        let plain = try ImageReference(parsing: text)
        #expect(plain.host == host)
        #expect(plain.path == path)
        #expect(plain.tag == tag)
        #expect(plain.digest == nil)
        #expect(plain.description == text)

        let pinned = try ImageReference(parsing: "\(text)@\(Self.digest)")
        #expect(pinned.digest?.text == Self.digest)
        #expect(pinned.description == "\(text)@\(Self.digest)")
        #expect(try plain.pinned(to: ImageDigest(parsing: Self.digest)) == pinned)
    }

    @Test(arguments: [
        "", " ", "ubuntu ", " ubuntu", "ubuntu:22.04 AS x", "ubuntu\nRUN id", "ubuntu\r\nRUN id", "ubuntu\rRUN id",
        "ubuntu\u{2028}RUN id", "ubuntu\u{85}RUN id", "ubuntu\0", "ubuntu\t", "ubuntu\\", "ubuntu\\\n", "ubuntu`",
        "a\"b",
        "a'b", "$HOME", "${x}", "ubuntu:$TAG", "$(id)", "<<EOF", "ubuntu<<EOF", "--platform=linux/arm64", "-ubuntu",
        "#x",
        "ubuntu#x", "a;b", "a&b", "a|b", "a>b", "a*b", "a%b", "a,b", "a+b", "a=b", "a~b", "a!b", "a?b", "a^b", "a(b)",
        "a{b}", "https://mcr.microsoft.com/a", "mcr.microsoft.com//a", "/a", "a/", "a//b", "Ubuntu", "a/B", "ubuntu:",
        "ubuntu:.x", "ubuntu:-x", "ubuntu:a:b", "a___b", "a..b", "a._b", "a_", "-a/b", "host.:5000/a", "host.com:/a",
        "host.com:x/a", "[::1/a", "[]/a", "[::1]x/a", "ubuntu@", "ubuntu@sha256:", "ubuntu@sha256:00", "@\(digest)",
        "ubuntu@sha512:\(digest)", "ubuntu@\(digest.uppercased())", "ubuntu@md5:00", "ubuntu@\(digest)@\(digest)",
        "ubuntu@\(digest)\n", "u\u{62}\u{301}", "\u{212A}", "\u{FF55}buntu", "\u{1F433}",
        String(repeating: "a", count: 256), "a:" + String(repeating: "b", count: 129),
    ])
    func `an invalid reference is refused`(_ text: String) {
        #expect(throws: ImageReference.Flaw.self) { try ImageReference(parsing: text) }
    }

    @Test(arguments: [
        ("https://mcr.microsoft.com/a", "scheme"), ("a/Bc", "'Bc' has capital letters"), ("a//b", "path is empty"),
        ("ubuntu:", "'' is not a valid tag"), ("a b", "\" \""), ("ubuntu@sha256:00", "64"),
        (String(repeating: "a", count: 256), "255"),
    ])
    func `the error for an invalid reference states the reason`(_ text: String, _ part: String) {
        let flaw = #expect(throws: ImageReference.Flaw.self) { try ImageReference(parsing: text) }
        #expect(flaw?.reason.contains(part) == true, "\(flaw?.reason ?? "")")
    }

    @Test(arguments: ["a", "a:b", "[", "[:", "@", ":", "/", ":/@", "a@b:c/d"])
    func `a text of a million bytes is refused quickly and without a crash`(_ part: String) {
        let text = String(repeating: part, count: 1_000_000 / part.utf8.count)
        #expect(throws: ImageReference.Flaw.self) { try ImageReference(parsing: text) }
    }
}
