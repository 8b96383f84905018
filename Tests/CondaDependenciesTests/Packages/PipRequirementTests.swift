import Testing

@testable import CondaDependencies

/// Expected values of packages are from `Requirement` in `packaging`; the others are from pip's documentation.
@Suite struct PipRequirementTests {
    static let packages: [(String, String, String?)] = [
        ("numpy", "numpy", nil), ("Foo.Bar__Baz", "foo-bar-baz", nil), ("foo--bar", "foo-bar", nil), ("a", "a", nil),
        ("7z", "7z", nil), (" numpy==1 ", "numpy", "==1"), ("numpy == 1.26", "numpy", "== 1.26"),
        ("numpy>=1.26,<2", "numpy", ">=1.26,<2"), ("numpy (>=1.26, <2)", "numpy", ">=1.26, <2"),
        ("numpy()", "numpy", nil),
        ("numpy>=1,", "numpy", ">=1"), ("numpy===1.2-any!", "numpy", "===1.2-any!"),
        ("numpy==1.2.*", "numpy", "==1.2.*"),
        ("torch==1.13.1+cu117", "torch", "==1.13.1+cu117"),
        ("numpy==v1!2.0rc1.post2.dev3+l", "numpy", "==v1!2.0rc1.post2.dev3+l"),
        ("numpy==1.2-1", "numpy", "==1.2-1"), ("numpy~=1.2", "numpy", "~=1.2"),
        ("numpy==1.2-ALPHA-1", "numpy", "==1.2-ALPHA-1"), ("zope.interface", "zope-interface", nil),
        ("numpy # c", "numpy", nil),
    ]

    @Test(arguments: packages)
    func `a package has the same name and versions as in packaging`(
        text: String,
        name: String,
        version: String?
    ) throws {
        let requirement = try PipRequirement(text)
        #expect(requirement.text == text && requirement.description == text)
        #expect(requirement.kind == .package)
        #expect(requirement.normalizedName == name)
        #expect(requirement.version?.text == version)
        #expect(requirement.url == nil && requirement.marker == nil && requirement.options.isEmpty)
    }

    @Test(arguments: [
        "python_version < '3'", "python_version<\"3\"and os.name=='nt'", "(python_version<'3') and (os_name=='nt')",
        "((sys_platform=='linux'))", "'linux' not  in sys_platform", "python_version in\"2.7 3\"", "'x' in extras",
        "extra == 'a' or extra == 'b' and \"3\" < python_full_version", "platform.python_implementation === 'CPython'",
    ])
    func `a marker is kept as written`(marker: String) throws {
        for text in ["numpy;\(marker)", "numpy >=1 ; \(marker) ", "numpy[x] @ https://example.org/x ; \(marker)  # c"] {
            #expect(try PipRequirement(text).marker == marker)
        }
    }

    @Test func `a package has extras and a URL`() throws {
        let requirement = try PipRequirement("Foo[ a, b_c ]@ git+https://example.org/x@main#egg=y")
        #expect(requirement.kind == .package)
        #expect(requirement.name == "Foo")
        #expect(requirement.extras == ["a", "b_c"])
        #expect(requirement.url == "git+https://example.org/x@main#egg=y")
    }

    static let locations: [(String, String?, [String])] = [
        ("git+https://example.org/x#egg=Foo_Bar[a,b]", "Foo_Bar", ["a", "b"]), ("git+https://example.org/x", nil, []),
        ("git+ssh://git@example.org/x.git@v1#subdirectory=s&egg=foo", "foo", []), ("./x[dev]", nil, ["dev"]),
        (".", nil, []),
        ("https://example.org/numpy-1.26-cp39-cp39-linux_x86_64.whl#sha256=ab", "numpy", []), ("../x.tar.gz", nil, []),
        ("https://example.org/a_b-1-2-py3-none-any.whl?x=y", "a_b", []), ("file:///x/y-1-py3-none-any.whl", "y", []),
        ("numpy-1.26-py3-none-any.whl", "numpy", []), ("C:\\x\\numpy-1.26-py3-none-any.whl", "numpy", []),
        ("azureml-workspace://wheels/ab/foo-1.0-py3-none-any.whl", "foo", []), ("foo-1.0.whl", nil, []),
        ("dist/x.zip", nil, []),
        ("${WHEELS}/foo-1.0-py3-none-any.whl", "foo", []), ("https://example.org/main.zip", nil, []),
    ]

    @Test(arguments: locations)
    func `a URL or path names its package by egg or wheel`(text: String, name: String?, extras: [String]) throws {
        for (prefix, isEditable) in [("", false), ("-e ", true), ("--editable=", true)] {
            let requirement = try PipRequirement(prefix + text)
            #expect(requirement.kind == .location)
            #expect(requirement.isEditable == isEditable)
            #expect(requirement.url == text)
            #expect(requirement.name == name)
            #expect(requirement.extras == extras)
        }
    }

    @Test func `a marker after a URL needs a blank`() throws {
        let marked = try PipRequirement("https://example.org/x; python_version>'3'")
        #expect(marked.url == "https://example.org/x")
        #expect(marked.marker == "python_version>'3'")
        #expect(try PipRequirement("https://example.org/x;y").url == "https://example.org/x;y")
    }

    @Test(
        arguments: [
            ("--index-url https://example.org/simple", "--index-url", "https://example.org/simple"),
            ("--index-url=https://example.org/simple", "--index-url", "https://example.org/simple"),
            ("-i https://example.org/simple # c", "-i", "https://example.org/simple"), ("--pre", "--pre", nil),
            ("-rrequirements.txt", "-r", "requirements.txt"), ("--no-binary :all:", "--no-binary", ":all:"),
            ("-e ./x", "-e", "./x"), ("--find-links \"./w dir\"", "--find-links", "./w dir"),
            ("-f'file:///x y'", "-f", "file:///x y"), ("--extra-index https://x", "--extra-index", "https://x"),
            (#"-i https:/\/x"#, "-i", "https://x"), (#"-f "a\" \b"c"#, "-f", #"a" \bc"#), ("-f ''a", "-f", "a"),
            (#"-f a\ b"#, "-f", "a b"),
        ] as [(String, String, String?)]
    )
    func `an option has its name and its value`(text: String, name: String, value: String?) throws {
        let requirement = try PipRequirement(text)
        #expect(requirement.kind == (name == "-e" ? .location : .option))
        #expect(requirement.options.map(\.name) == [name])
        #expect(requirement.options.map(\.value) == [value])
    }

    @Test func `options after a requirement belong to it`() throws {
        let requirement = try PipRequirement("numpy==1 ; python_version>'3' --hash=sha256:ab --config-settings \"a b\"")
        #expect(requirement.version?.text == "==1")
        #expect(requirement.marker == "python_version>'3'")
        #expect(requirement.requirementOptions.map(\.name) == ["--hash", "--config-settings"])
        #expect(requirement.requirementOptions.map(\.value) == ["sha256:ab", "a b"])
    }

    @Test func `a line can have several options`() throws {
        let requirement = try PipRequirement("--no-index --find-links ./w -r'a b.txt' --pre")
        #expect(requirement.options.map(\.name) == ["--no-index", "--find-links", "-r", "--pre"])
        #expect(requirement.options.map(\.value) == [nil, "./w", "a b.txt", nil])
    }

    static let refusals: [(String, PackageSyntaxError.Reason, Int)] = [
        ("", .empty, 1), ("# c", .empty, 1), ("==1", .nameMissing, 1), ("_numpy", .invalidName, 1),
        ("numpy-", .invalidName, 6),
        ("日本", .invalidName, 1), ("\"numpy\"", .invalidName, 1), ("[x]", .invalidName, 1), ("{{ x }}", .invalidName, 1),
        ("numpy=1.26", .unknownOperator, 6), ("numpy=>1", .unknownOperator, 6), ("numpy><1", .unknownOperator, 6),
        ("numpy 1.2", .unexpectedCharacter, 7), ("numpy^1", .unexpectedCharacter, 6),
        ("numpy*", .unexpectedCharacter, 6),
        ("numpy>1 <2", .unexpectedCharacter, 9), ("numpy#c", .unexpectedCharacter, 6),
        ("numpy:py", .unexpectedCharacter, 6),
        ("numpy>=", .versionMissing, 8), ("numpy==*", .versionMissing, 8), ("numpy==x", .versionMissing, 8),
        ("numpy>=1.2.*", .invalidVersion, 11), ("numpy==1.2x", .invalidVersion, 11), ("numpy~=1", .invalidVersion, 9),
        ("numpy>=1+l", .invalidVersion, 9), ("numpy==1.*.2", .unexpectedCharacter, 11),
        ("numpy==1.2=py_0", .invalidVersion, 11),
        ("numpy (>=1", .unclosedParenthesis, 11), ("numpy[x", .invalidBrackets, 8), ("numpy[x,]", .invalidBrackets, 9),
        ("numpy[x y]", .invalidBrackets, 9), ("numpy @", .invalidURL, 8), ("https://example.org/x y", .invalidURL, 22),
        ("numpy;", .invalidMarker, 7), ("numpy; foo=='x'", .invalidMarker, 8), ("numpy; extra='x'", .invalidMarker, 13),
        ("numpy; extra=='x", .invalidMarker, 15), ("numpy; (extra=='x'", .unclosedParenthesis, 19),
        ("numpy; extra=='x' xor extra=='y'", .invalidMarker, 19), ("-", .invalidOption, 2), ("--", .invalidOption, 3),
        ("-1", .invalidOption, 2), ("-e", .valueMissing, 1), ("-numpy", .invalidOption, 3),
        ("numpy --pre", .invalidOption, 7),
        ("numpy --hash", .valueMissing, 7), ("--extra-index-url", .valueMissing, 1),
        ("--no-cache-dir", .unknownOption, 1), ("--pre --timeout 100", .unknownOption, 7), ("-U", .unknownOption, 1),
        ("--hash=sha256:ab", .unknownOption, 1), ("--require", .unknownOption, 1), ("--no", .unknownOption, 1),
        ("--find-links https://x numpy", .ignoredWord, 24), ("git@example.org:a/b.git", .shortAddress, 16),
        ("-e git@example.org:a/b.git#egg=b", .shortAddress, 19),
    ]

    @Test(arguments: refusals)
    func `an invalid requirement is refused with its column`(
        text: String,
        reason: PackageSyntaxError.Reason,
        column: Int
    ) {
        #expect(throws: PackageSyntaxError(reason: reason, column: column)) { try PipRequirement(parsing: text) }
    }

    @Test func `every prefix and suffix of a requirement is read or refused`() {
        let texts =
            Self.packages.map(\.0) + Self.locations.map { "-e \($0.0)" } + Self.refusals.map(\.0)
            + [
                "a[b]>=1.0rc1.post2,<2+l ; (os.name == 'x' and 'y' not in extra) --hash=sha256:ab --global-option=\"x y\""
            ]
        for text in texts {
            let scalars = Array(text.unicodeScalars)
            for index in scalars.indices {
                for part in [scalars[..<index], scalars[index...]] {
                    let text = String(String.UnicodeScalarView(part))
                    guard let requirement = try? PipRequirement(text) else { continue }
                    #expect(requirement.normalizedName == PipRequirement.normalizedName(in: text))
                }
            }
        }
    }

    @Test func `parentheses can be nested to any depth`() throws {
        let many = String(repeating: "(", count: 100_000)
        #expect(throws: PackageSyntaxError(reason: .invalidMarker, column: 100_007)) {
            try PipRequirement(parsing: "numpy;" + many)
        }
    }
}
