import AzureMLSupport
import Testing

@testable import ImageBuild

/// The rules in Docker's documentation of `.dockerignore`, and those of its matcher where the documentation is silent.
/// `Scripts/test-ignore-rules` asks that matcher itself.
@Suite struct IgnoreRulesTests {
    /// Looks up a path as a walk does: folder by folder.
    static func ignores(_ rules: String, _ path: String) throws -> Bool {
        let rules = try IgnoreRules(rules, file: ".dockerignore")
        var matches: IgnoreRules.Matches?
        var prefix = ""
        var search = IgnoreSearch()
        for name in path.split(separator: "/") {
            prefix = prefix.isEmpty ? String(name) : "\(prefix)/\(name)"
            matches = rules.matches(prefix, in: matches, &search)
        }
        return matches?.isIgnored ?? false
    }

    static let cases: [(rules: String, ignored: [String], kept: [String])] = [
        // The examples in Docker's documentation.
        (
            "# comment\n*/temp*\n*/*/temp*\ntemp?", ["somedir/temporary.txt", "somedir/subdir/temporary.txt", "tempa"],
            ["temp", "somedir/sub/sub/temp", "comment"]
        ),
        ("*.md\n!README.md", ["a.md", "READ.md"], ["README.md", "docs/a.md"]),
        ("*.md\n!README*.md\nREADME-secret.md", ["README-secret.md"], ["README.md", "README-2.md"]),
        ("*.md\nREADME-secret.md\n!README*.md", ["a.md"], ["README-secret.md"]),
        ("**/*.go", ["a.go", "x/y/a.go"], ["a.goo"]),
        // Slashes at either end, double slashes, dots.
        ("/foo/bar", ["foo/bar", "foo/bar/x"], ["a/foo/bar", "foo"]),
        ("foo/bar/", ["foo/bar", "foo/bar/x"], ["foo"]),
        ("./foo//bar/.", ["foo/bar"], ["foo"]),
        ("a/../b", ["b"], ["a"]),
        ("../b\n.\n/", [], ["b", "a"]),
        // Everything in an ignored folder is ignored, until an exception.
        ("docs\n!docs/README.md", ["docs/a", "docs/b/c"], ["docs/README.md"]),
        ("docs/*\n!docs/README.md", ["docs/a", "docs/b/c"], ["docs", "docs/README.md"]),
        ("!a\na", ["a"], []),
        ("**\n!util/web\nutil/web/x", ["y", "util/other", "util/web/x"], ["util/web", "util/web/z"]),
        ("*\n!a/b", ["a/c"], ["a/b", "a/b/c"]),
        // Blanks, blank lines, line ends, a byte order mark.
        ("\u{FEFF}a\r\n\r\n  b  \r\n! c\n", ["a", "b"], ["c"]),
        (" # a", ["# a"], []),
        ("#a\nb", ["b"], ["a", "#a"]),
        // `*` and `?` do not match a slash.
        ("a*c", ["ac", "abbc"], ["a/c", "abcd"]),
        ("a?c", ["abc", "aéc", "a☺c"], ["ac", "a/c", "abbc"]),
        ("*", ["a", ".a", "a/b"], []),
        // `**` at the front, in the middle, at the end.
        ("**", ["a", "a/b/c"], []),
        ("**/", ["a", "a/b"], []),
        ("**/a", ["a", "x/a", "x/y/a", "x/a/z"], ["xa", "x/ya"]),
        ("**a", ["a", "xa", "x/ya"], ["ab"]),
        ("**a*", ["a", "ab", "x/ab"], ["xab", "x/yab"]),
        ("a/**", ["a/b", "a/b/c"], ["a", "ab"]),
        ("a/**/b", ["a/b", "a/x/b", "a/x/y/b"], ["a/xb", "ab"]),
        ("a**/b", ["a/b", "ax/b", "a/x/b"], ["a/xb", "xa/b"]),
        ("**/a/**", ["a/b", "x/a/b/c"], ["a", "x/a"]),
        ("**/**/*.txt", ["a.txt", "x/y/a.txt"], ["a.txt2"]),
        ("**/*.txt", ["a.txt", ".txt", "x/y/a.txt", "x/.txt", "x/a.txt/b"], ["a.txt2", "atxt"]),
        ("**/*a/b", ["a/b", "xa/b", "x/a/b", "x/ya/b"], ["b", "ax/b"]),
        ("**/*", ["a", "a/b/c"], []),
        // No line break is in the part of a path that `**` takes, unless the pattern has no other wildcard.
        ("**/*.a\n**/?.b\na/*/**", ["x/y\n.a", "\n.a", "x/\n.b", "a/b/x"], ["x\n/y.a", "x/y\n/z/b.a", "x\n/y.b"]),
        ("**/a\nb/**", ["x\n/a", "b/\n/x"], []),
        // Sets and backslashes.
        ("a[b-d]e", ["abe", "ace"], ["ae", "aae"]),
        ("a[^b-d]e", ["aae", "a☺e"], ["abe"]),
        ("[a-ζ]x", ["αx"], ["Ax"]),
        ("[\\]\\-x]", ["]", "-", "x"], ["a"]),
        ("a\\*b", ["a*b"], ["axb"]),
        ("a\\\\", ["a\\"], ["a"]),
        // No other character has a special meaning.
        ("a.b(c)+{d}|$^", ["a.b(c)+{d}|$^"], ["axb(c)+{d}|$^"]),
        ("", [], ["a"]),
        // Nothing is above the root, and a leading slash is removed once.
        ("/../a\n/../../b", ["a", "b"], ["c"]),
        ("a/../../b", [], ["b", "a"]),
        // An exception for a folder that is not ignored yet does not apply to its contents.
        ("dir/x\n!dir", ["dir/x", "dir/x/y"], ["dir", "dir/z"]),
        ("dir/sub\n!dir", ["dir/sub"], ["dir", "dir/x"]),
        ("dir\n!dir", [], ["dir", "dir/x"]),
        ("dir\ndir/x\n!dir\ndir/y", ["dir/y"], ["dir", "dir/x"]),
        ("!dir\ndir/x\n!dir/*\ndir/x/y", ["dir/x/y"], ["dir", "dir/x", "dir/x/z"]),
        ("x\n!./**x", [], ["x", "x/x", "a/x"]),
        ("*\n!./**x", ["a", "a/b"], ["x", "a/x"]),
        ("*\n!**/k.md", ["d", "d/a.md"], ["d/k.md", "k.md"]),
        // An exclamation mark also counts after the leading slash.
        ("a\n/!a", [], ["a"]),
        ("!a\n!!a\na", ["a"], ["!a"]),
        ("/ a", ["a"], [" a"]),
        // A backslash before a letter has its meaning in regular expressions.
        ("\\a", ["\u{7}"], ["a"]),
        ("x\\dy", ["x1y"], ["xdy", "x\\dy"]),
        ("[\\t]\\W", ["\t-"], ["t-", "\tA", "\\tW"]),
        ("a\\^*\n\\{1}", ["a^b", "{1}"], ["ab"]),
    ]

    @Test(arguments: cases)
    func `a rule ignores the paths that Docker ignores`(_ rules: String, _ ignored: [String], _ kept: [String]) throws {
        for path in ignored { #expect(try Self.ignores(rules, path), "\(path)") }
        for path in kept { #expect(try !Self.ignores(rules, path), "\(path)") }
    }

    static let refused = [
        "!", "! ", "!/", "[", "a[", "[]", "[]a]", "[-x]", "[x-]", "[b-a]", "[^", "[a", "a\\", "[\\", "dir\\x", "a\\8",
        "\\é",
        "[a-\\z]", "a*{2}",
    ]
    /// Patterns that Docker reads in another way than its documentation says.
    static let refusedByUs = ["a*^", "*.a|b", "a{2}*", "**/*a|b", "**/*^", "src\\bin", "[a*]", "[?]", "[[:alpha:]]"]

    @Test(arguments: refused + refusedByUs)
    func `an invalid pattern is refused with its line`(_ rule: String) {
        let error = #expect(throws: ImageBuildError.self) {
            try IgnoreRules("# first\nsecond\n\(rule)\n", file: "folder/.dockerignore")
        }
        #expect(error?.code == .ignoreRuleInvalid)
        #expect(error?.location?.file == "folder/.dockerignore")
        #expect(error?.location?.line == 3)
    }

    @Test func `no pattern takes long to match`() throws {
        let rules = try IgnoreRules(String(repeating: "**/a*", count: 200) + "\n", file: ".dockerignore")
        var search = IgnoreSearch()
        #expect(!rules.matches(String(repeating: "a/", count: 2000) + "b", in: nil, &search).isIgnored)
        #expect(search.work < 4_000_000)
    }

    @Test func `a rule that fails at its start costs one step a path`() throws {
        let rules = try IgnoreRules("b" + String(repeating: "*a", count: 1000) + "\n", file: ".dockerignore")
        var search = IgnoreSearch()
        #expect(!rules.matches(String(repeating: "a", count: 2000), in: nil, &search).isIgnored)
        #expect(search.work <= 2)
    }

    @Test(arguments: ["**/*.py", "**/name", "folder/**", "name"])
    func `a rule for one end of a path takes no steps`(_ rule: String) throws {
        let rules = try IgnoreRules(rule, file: ".dockerignore")
        var search = IgnoreSearch()
        _ = rules.matches("some/folder/name.py", in: nil, &search)
        #expect(search.work == 1)
    }

    @Test func `a set finds its characters, however its ranges lie`() {
        let scalars = "abcdef".unicodeScalars.map(\.self)
        let ranges = scalars.flatMap { low in scalars.filter { $0 >= low }.map { low...$0 } }
        for first in ranges {
            for second in ranges {
                for third in ranges {
                    let set = ScalarSet([first, second, third])
                    let expected = scalars.filter { first.contains($0) || second.contains($0) || third.contains($0) }
                    #expect(scalars.filter(set.contains) == expected)
                }
            }
        }
    }

    @Test func `a pattern that is longer than any path is refused`() {
        let rule = String(repeating: "a", count: IgnorePattern.maximumLength + 1)
        let error = #expect(throws: ImageBuildError.self) { try IgnoreRules(rule, file: ".dockerignore") }
        #expect(error?.code == .ignoreRuleInvalid && (error?.message.utf8.count ?? .max) < 500)
    }
}
