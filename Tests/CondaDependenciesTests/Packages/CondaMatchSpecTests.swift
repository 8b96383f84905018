import Testing

@testable import CondaDependencies

/// Expected values are those of rattler's lenient mode, unless a comment says otherwise.
@Suite struct CondaMatchSpecTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String
        var name: String
        var version: String?
        var build: String?
        var pinned: String?
        var testDescription: String { text }

        init(_ text: String, _ name: String, _ version: String? = nil, _ build: String? = nil, pinned: String? = nil) {
            self.text = text
            self.name = name
            self.version = version
            self.build = build
            self.pinned = pinned
        }
    }

    static let rows: [Row] = [
        Row("numpy", "numpy"), Row("R-Base", "r-base"), Row(" numpy ", "numpy"), Row("\tnumpy", "numpy"),
        Row("__cuda>=11", "__cuda", ">=11"), Row("1", "1"), Row("7zip", "7zip"), Row("_libgcc_mutex", "_libgcc_mutex"),
        Row("numpy=1.2", "numpy", "=1.2", pinned: "1.2"), Row("numpy==1.2", "numpy", "==1.2", pinned: "1.2"),
        Row("numpy 1.2", "numpy", "1.2", pinned: "1.2"), Row("numpy =1.2", "numpy", "=1.2", pinned: "1.2"),
        Row("numpy = 1.2", "numpy", "= 1.2", pinned: "1.2"), Row("numpy\t1.2", "numpy", "1.2", pinned: "1.2"),
        Row("numpy=1.2.*", "numpy", "=1.2.*", pinned: "1.2"), Row("numpy 1.2.*", "numpy", "1.2.*", pinned: "1.2"),
        Row("numpy=1.2*", "numpy", "=1.2*"), Row("numpy 1.*.*", "numpy", "1.*.*", pinned: "1"),
        Row("numpy=1!1.2", "numpy", "=1!1.2", pinned: "1!1.2"),
        Row("numpy=1.2+local.1", "numpy", "=1.2+local.1", pinned: "1.2+local.1"),
        Row("numpy 1.2_+1", "numpy", "1.2_+1", pinned: "1.2_+1"), Row("numpy 1.2_", "numpy", "1.2_", pinned: "1.2_"),
        Row("numpy 1.2-3", "numpy", "1.2-3", pinned: "1.2-3"),
        Row("openssl=1.1.1l=h7f8727e_0", "openssl", "=1.1.1l", "h7f8727e_0", pinned: "1.1.1l"),
        Row("jpeg=9d", "jpeg", "=9d", pinned: "9d"), Row("numpy latest", "numpy", "latest", pinned: "latest"),
        Row("numpy>=1.2,<2", "numpy", ">=1.2,<2"), Row("numpy >=1.2 , <2", "numpy", ">=1.2 , <2"),
        Row("numpy>=1,<2|3", "numpy", ">=1,<2|3"), Row("numpy 1.8|1.9", "numpy", "1.8|1.9"),
        Row("numpy (>=1,<2)|3", "numpy", "(>=1,<2)|3"), Row("numpy ((((1))))", "numpy", "((((1))))"),
        Row("numpy ~=1.2", "numpy", "~=1.2"), Row("numpy!=1.2", "numpy", "!=1.2"),
        Row("numpy >=1.2.*", "numpy", ">=1.2.*"), Row("numpy *", "numpy", "*"), Row("numpy>=*", "numpy", ">=*"),
        Row("numpy=1.2=py38_0", "numpy", "=1.2", "py38_0", pinned: "1.2"),
        Row("numpy 1.2 py38*", "numpy", "1.2", "py38*", pinned: "1.2"),
        Row("numpy >=1.2,<2 py38*", "numpy", ">=1.2,<2", "py38*"),
        Row("pytorch=*=*cuda*", "pytorch", "=*", "*cuda*"), Row("pytorch * *cuda*", "pytorch", "*", "*cuda*"),
        Row("numpy=1.2=", "numpy", "=1.2", pinned: "1.2"),
        Row("numpy 1.2 ^py.*$", "numpy", "1.2", "^py.*$", pinned: "1.2"),
        Row("numpy=1.2= py38_0", "numpy", "=1.2", "py38_0", pinned: "1.2"),
        Row("numpy>=1.2 <2", "numpy", ">=1.2", "<2"),
        // conda's build; rattler keeps the `=`.
        Row("numpy 1.2 =py38_0", "numpy", "1.2", "py38_0", pinned: "1.2"),
        Row("numpy 1.2 # [win]", "numpy", "1.2", pinned: "1.2"), Row("numpy#comment", "numpy"),
        Row("numpy[version='>=1.2',build=py*]", "numpy", ">=1.2", "py*"),
        Row("numpy[version=\">=1.2\", build=\"py*\"]", "numpy", ">=1.2", "py*"),
        Row("numpy[version=1.2]", "numpy", "1.2", pinned: "1.2"), Row("numpy[]", "numpy"),
        Row("numpy >=1.3 [build=py*]", "numpy", ">=1.3", "py*"),
        Row("numpy=1.3=py_0[build=py*]", "numpy", "=1.3", "py*", pinned: "1.3"),
        Row("numpy 1.3[version=1.2]", "numpy", "1.2", pinned: "1.2"),
        Row("numpy[version = 1.2]", "numpy", "1.2", pinned: "1.2"),
        Row("numpy[extras=[a,b]]", "numpy"), Row("numpy[when=\"python >=3.6\"]", "numpy"),
        // The name, version and build of a file are conda's; rattler reads only the name.
        Row("https://example.org/conda/linux-64/numpy-1.2-py38_0.conda#abc", "numpy", "1.2", "py38_0", pinned: "1.2"),
        Row("./scikit-learn-1.2-py38_0.tar.bz2", "scikit-learn", "1.2", "py38_0", pinned: "1.2"),
    ]

    @Test(arguments: rows)
    func `a spec has the same parts as in conda and rattler`(_ row: Row) throws {
        let spec = try CondaMatchSpec(row.text)
        #expect(spec.text == row.text && spec.description == row.text)
        #expect(spec.name == row.name)
        #expect(spec.version?.text == row.version)
        #expect(spec.build == row.build)
        #expect(spec.pinnedVersion == row.pinned)
    }

    @Test(
        arguments: [
            ("conda-forge::numpy=1", "conda-forge", nil, nil),
            ("conda-forge/linux-64::numpy", "conda-forge", "linux-64", nil),
            ("conda-forge/label/dev/noarch::numpy", "conda-forge/label/dev", "noarch", nil),
            ("nvidia/label/cuda-11.7.0::cuda", "nvidia/label/cuda-11.7.0", nil, nil),
            ("conda-forge:ns:numpy", "conda-forge", nil, "ns"), ("ns:numpy", nil, nil, "ns"),
            ("::numpy", nil, nil, nil),
            ("https://example.org/c/linux-64::numpy=1", "https://example.org/c", "linux-64", nil),
            ("numpy[channel=conda-forge,subdir=linux-64]", "conda-forge", "linux-64", nil),
            ("c::numpy[channel='x/noarch',namespace=n]", "x", "noarch", "n"),
            ("/x/linux-64/numpy-1.2-0.conda", "/x", "linux-64", nil),
        ] as [(String, String?, String?, String?)]
    )
    func `a channel is distinguished from its subdirectory and from a namespace`(
        text: String,
        channel: String?,
        subdirectory: String?,
        namespace: String?
    ) throws {
        let spec = try CondaMatchSpec(text)
        #expect(spec.channel == channel)
        #expect(spec.subdirectory == subdirectory)
        #expect(spec.namespace == namespace)
    }

    @Test func `members in brackets keep their order and their values`() throws {
        let spec = try CondaMatchSpec("numpy[build_number='>=1', md5=0123456789abcdef0123456789abcdef, license=MIT]")
        #expect(spec.bracketMembers.map(\.key) == ["build_number", "md5", "license"])
        #expect(spec.bracketMembers.map(\.value) == [">=1", "0123456789abcdef0123456789abcdef", "MIT"])
        #expect(spec.buildNumber == ">=1")
    }

    static let refusals: [(String, PackageSyntaxError.Reason, Int)] = [
        ("", .empty, 1), ("  ", .empty, 3), ("# x", .empty, 1), ("conda-forge::", .nameMissing, 14),
        ("=1.2", .nameMissing, 1),
        ("[version=1.2]", .nameMissing, 1), ("numpy*", .invalidName, 6), ("libstdc++", .invalidName, 8),
        ("日本", .invalidName, 1), ("numpy[extra]==1.2", .invalidName, 6), ("numpy(>=1)", .invalidName, 6),
        ("git+https://example.org/x", .invalidName, 11), ("a::b::c", .invalidChannel, 1),
        ("a:b:c:d", .invalidChannel, 1),
        ("numpy=>1.2", .unknownOperator, 6), ("numpy===1.2", .unknownOperator, 6), ("numpy !1", .unknownOperator, 7),
        ("numpy>=", .versionMissing, 8), ("numpy=", .versionMissing, 7), ("numpy>=1,", .versionMissing, 10),
        ("numpy 1||2", .versionMissing, 9), ("numpy ()", .versionMissing, 8), ("numpy ^1.2$", .versionMissing, 7),
        ("numpy='1.2'", .versionMissing, 7), ("numpy 1..2", .invalidVersion, 8), ("numpy 1.2.", .invalidVersion, 10),
        ("numpy 1.*.2", .invalidVersion, 10), ("numpy 1*2", .invalidVersion, 9), ("numpy <*", .invalidVersion, 8),
        ("numpy 1_2-3", .invalidVersion, 10), ("numpy (1", .unclosedParenthesis, 9),
        ("numpy[version=1.2", .invalidName, 6), ("numpy]", .invalidName, 6), ("numpy[version]", .invalidBrackets, 14),
        ("numpy[version='1.2]", .invalidBrackets, 19), ("numpy[version=1.2,]", .invalidBrackets, 19),
        ("numpy[foo=bar]", .unknownKey, 7), ("numpy[md5=12]", .invalidValue, 11),
        ("numpy[build_number=x]", .invalidValue, 20),
        ("numpy[version='x y']", .invalidVersion, 17),
        ("https://example.org/linux-64/numpy.conda", .invalidFileName, 30),
        // A mistake that rattler reads as a build string; conda refuses it.
        ("numpy == 1.2 ; python_version < \"3\"", .markerInMatchSpec, 14), ("numpy=1.2é", .unexpectedCharacter, 10),
    ]

    @Test(arguments: refusals)
    func `an invalid spec is refused with its column`(text: String, reason: PackageSyntaxError.Reason, column: Int) {
        #expect(throws: PackageSyntaxError(reason: reason, column: column)) { try CondaMatchSpec(parsing: text) }
    }

    @Test func `every prefix and suffix of a spec is read or refused`() {
        for text in Self.rows.map(\.text) + Self.refusals.map(\.0) {
            let scalars = Array(text.unicodeScalars)
            for index in scalars.indices {
                for part in [scalars[..<index], scalars[index...]] {
                    let text = String(String.UnicodeScalarView(part))
                    if let spec = try? CondaMatchSpec(text) {
                        #expect(spec.name == CondaMatchSpec.packageName(in: text))
                    }
                }
            }
        }
    }

    @Test func `parentheses can be nested to any depth`() throws {
        let many = String(repeating: "(", count: 100_000)
        #expect(throws: PackageSyntaxError(reason: .versionMissing, column: 100_007)) {
            try CondaMatchSpec(parsing: "numpy " + many)
        }
        #expect(try CondaMatchSpec("numpy \(many)1\(String(repeating: ")", count: 100_000))").name == "numpy")
    }

    @Test func `specs are equal when their bytes are`() throws {
        #expect(try CondaMatchSpec("numpy=1") == CondaMatchSpec("numpy=1"))
        #expect(try CondaMatchSpec("numpy=1") != CondaMatchSpec("numpy =1"))
        #expect(try CondaMatchSpec("numpy # \u{E9}") != CondaMatchSpec("numpy # e\u{301}"))
        #expect(try Set([CondaMatchSpec("a"), CondaMatchSpec("a"), CondaMatchSpec("A")]).count == 2)
    }
}
