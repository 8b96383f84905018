import AzureMLSupport
import Testing

@testable import CondaDependencies

@Suite struct VersionConstraintTests {
    /// The examples of PEP 440, "Version specifiers", and of packaging's tests.
    @Test(arguments: [
        ("~=2.2", "2.2", true), ("~=2.2", "2.9.post1", true), ("~=2.2", "3.0", false), ("~=1.4.5", "1.4.9", true),
        ("~=1.4.5", "1.5", false), ("~=2.2.post3", "2.3", true), ("~=2.2.post3", "2.2", false),
        ("~=1.4.5a4", "1.4.5", true), ("==1.1", "1.1.post1", false), ("==1.1.*", "1.1.post1", true),
        ("==1.1", "1.1a1", false), ("==1.1.*", "1.1a1", true), ("==1.1", "1.1.0", true), ("==1.1", "1.1+local", true),
        ("==1.1+local", "1.1", false), ("!=1.1", "1.1.post1", true), ("!=1.1.*", "1.1.post1", false),
        ("<=1.7", "1.7+x", true), (">1.7", "1.7.1", true), (">1.7", "1.7.0.post1", false),
        (">1.7.post2", "1.7.post3", true),
        (">1.7", "1.7+x", false), ("<1.7", "1.7rc1", false), ("<1.7rc2", "1.7rc1", true), ("<2.0", "1!1.0", false),
        (">=1,<2", "1.5", true), (">=1, <2", "2.0", false), ("<1|>=2", "2.1", true), ("<1 | >=2", "1.5", false),
        ("=1.2", "1.2.7", true), ("1.2", "1.2.7", false), ("1.2", "1.2.0", true),
    ])
    func `a pip version satisfies a constraint by PEP 440`(_ constraint: String, _ version: String, _ isSo: Bool)
        throws
    {
        let answer = try VersionConstraint(constraint).answer(for: #require(PipVersion(version)))
        #expect(answer == (isSo ? .certain : .no))
    }

    /// From conda's `test_version.py`: constraints, and whether 1.7.1 satisfies them.
    @Test(arguments: [
        ("==1.7", false), ("<=1.7", false), ("<1.7", false), (">=1.7", true), (">1.7", true), ("1.7.1", true),
        ("!=1.7", true), ("!=1.7.1", false), (">=1.5|>2.5", true), (">1.7,<1.8", true), (">1.7.1|==1.7.1", true),
        ("==1.5|(==1.7.1)", nil), ("1.7.*", true), ("!=1.7.*", false), ("1.6.*|1.8.*", false), ("=1.7", true),
        ("~=1.7.0", true), ("~=1.6.5", false), ("=1", true), (">=1.7.*", true), ("1.6*|1.7.1*", true),
    ])
    func `a conda version satisfies a constraint as in conda`(_ constraint: String, _ isSo: Bool?) throws {
        let answer = try? VersionConstraint(constraint).answer(for: #require(CondaVersion("1.7.1")))
        #expect(answer == isSo.map { $0 ? .certain : .no })
    }

    @Test(arguments: [
        ("", PackageSyntaxError.Reason.empty, 1), (">=", .versionMissing, 3), (">=1,", .versionMissing, 5),
        ("=>1", .unknownOperator, 1),
        ("1 2", .unexpectedCharacter, 3), (">1.*", .invalidVersion, 2), ("1.*.2", .invalidVersion, 1),
        ("<<1", .unknownOperator, 1), (">=1;", .unexpectedCharacter, 4), ("~1", .unknownOperator, 1),
        ("1..2", .invalidVersion, 1),
    ])
    func `a text that is not a constraint is refused with its column`(
        _ text: String,
        _ reason: PackageSyntaxError.Reason,
        _ column: Int
    ) {
        #expect(throws: PackageSyntaxError(reason: reason, column: column)) { try VersionConstraint(text) }
    }

    /// Entry, constraint and answer, determined by hand.
    @Test(arguments: [
        ("numpy==1.26.4", ">=1.26", "certain"), ("numpy==1.26.4", "<1.26", "no"), ("numpy 1.26.4", "1.26.4", "certain"),
        ("numpy=1.26", ">=1.26", "certain"), ("numpy=1.26", "<1.26", "no"), ("numpy=1.26", ">=1.26.2", "possible"),
        ("numpy=1.26", "<2", "certain"), ("numpy=1.26", ">2", "no"), ("numpy=1.26", "==1.26.4", "possible"),
        ("numpy=1.26", "!=1.26.4", "possible"), ("numpy=1.26", "!=1.27", "certain"), ("numpy=1.26", "1.*", "certain"),
        ("numpy=1.26", "1.26.4.*", "possible"), ("numpy=1.26", "2.*", "no"), ("numpy=1.26", "~=1.20", "certain"),
        ("numpy=1.26", "~=1.26.2", "possible"), ("numpy=1.26", "<1|>2", "no"), ("numpy=1.26", ">=1.26.2,<1.26", "no"),
        ("numpy=1.26.4=py_0", ">=1.26.4", "certain"), ("numpy=1.26=py_0", "==1.26.4", "no"),
        ("numpy 1.26.*", ">=1.26.2", "possible"), ("numpy", ">=5", "possible"), ("numpy>=1.2,<2", ">=5", "no"),
        ("conda-forge::numpy[version='=1.26']", "<1.26", "no"), ("numpy=>1", "<1", "possible"),
        ("numpy=1!1.0", ">2", "certain"),
    ])
    func `a conda entry is compared with a constraint`(_ entry: String, _ constraint: String, _ answer: String) throws {
        let reference = try #require(PackageReference(ParsedEntry(conda: entry)))
        #expect(reference.name == "numpy")
        #expect("\(reference.answer(to: try VersionConstraint(constraint)))" == answer)
    }

    @Test(arguments: [
        ("Foo_Bar==1.2", ">=1.2", "certain"), ("foo.bar == 1.2", "<1.2", "no"), ("foo-bar==1.*", ">=1.5", "possible"),
        ("foo-bar===1.2", "1.2", "certain"), ("foo-bar===1.2|2.0", ">5", "possible"), ("foo-bar===any,<2", ">5", "no"),
        ("./foo_bar-1.2-py3-none-any.whl[dev]", "<1.2", "no"), ("foo-bar~=1.2", "<1", "no"),
        ("foo-bar[x]==1.2,!=1.3", "1.2", "certain"),
        ("foo-bar==1.2; python_version<'3.9'", "1.2", "possible"), ("foo-bar==1.2; python_version<'3.9'", "1.3", "no"),
        ("foo-bar @ https://example.org/foo_bar-1.2-py3-none-any.whl#sha256=1", "1.2", "certain"),
        ("https://example.org/foo_bar-1.2-py3-none-any.whl", ">1.2", "no"),
        ("foo-bar @ https://example.org/foo_bar-1.2%2Bcu118-cp310-cp310-linux_x86_64.whl", "1.2", "certain"),
        ("azureml-workspace://wheels/0123/foo_bar-1.2-py3-none-any.whl", "1.2", "certain"),
        ("git+https://example.org/x.git#egg=foo-bar", ">1.2", "possible"),
        ("-e git+https://example.org/x.git#egg=foo-bar", ">1.2", "possible"), ("foo-bar=1.2", ">5", "possible"),
        ("foo-bar", "1", "possible"),
    ])
    func `a pip entry is compared with a constraint`(_ entry: String, _ constraint: String, _ answer: String) throws {
        let reference = try #require(PackageReference(ParsedEntry(pip: entry)))
        #expect(reference.name == "foo-bar")
        #expect("\(reference.answer(to: try VersionConstraint(constraint)))" == answer)
    }

    /// Entry, constraint and answer, determined by hand, for entries that allow several versions.
    @Test(arguments: [
        (">=1.2", ">=1.1", "certain"), (">=1.2", ">=1.2", "certain"), (">=1.2", ">1.2", "possible"),
        (">1.2", ">1.2", "certain"), (">1.2", ">=1.2", "certain"), (">1.2", "<=1.2", "no"),
        (">=1.2", "<=1.2", "possible"),
        (">=1.2", "<1.2", "no"), (">=1.2", "<1.3", "possible"), (">=1.2", "1.1", "no"), (">=1.2", "1.2", "possible"),
        (">1.2", "1.2", "no"), (">=1.2", "!=1.1", "certain"), (">=1.2", "!=1.2", "possible"), (">=1.2", "1.1.*", "no"),
        (">=1.2", "1.2.*", "possible"), (">=1.2.5", "1.2.*", "possible"), (">=1.2", "~=1.1.3", "no"),
        ("<1.2", "<1.3", "certain"), ("<1.2", "<1.2", "certain"), ("<1.2", "<=1.2", "certain"),
        ("<=1.2", "<1.2", "possible"),
        ("<1.2", ">=1.2", "no"), ("<=1.2", ">=1.2", "possible"), ("<1.2", ">=1.1", "possible"), ("<1.2", "1.2", "no"),
        ("<1.2", "1.1", "possible"), ("<1.2", "1.2.*", "no"), ("<1.2.1", "1.2.*", "possible"), ("<1.2", "1.3.*", "no"),
        ("<1.2", "!=1.2", "certain"), (">=1.2,<2", ">=1.2.3,<1.9", "possible"), (">=1.2,<2", "<1.2|>=2", "no"),
        (">=1.2,<2", ">=1,<3", "certain"), (">=1.2,<2", ">=1.5,<1.1", "no"), ("!=1.2", "1.2", "no"),
        ("!=1.2", "!=1.2", "certain"), ("!=1.2", "1.3", "possible"), ("!=1.2.*", "1.2.3", "no"),
        ("!=1.2.*", "1.2.5.*", "no"),
        ("!=1.2.*", "1.*", "possible"), (">=1.2,!=1.3", "==1.3", "no"), ("~=1.4.5", ">=1.4.5", "certain"),
        ("~=1.4.5", "<1.5", "certain"), ("~=1.4.5", "1.4.*", "certain"), ("~=1.4.5", ">=1.4.7", "possible"),
        ("~=1.4.5", "<1.4.5", "no"), ("~=1.4.5", "1.5", "no"),
    ])
    func `a range is compared with a constraint`(_ entry: String, _ constraint: String, _ answer: String) throws {
        let constraint = try VersionConstraint(constraint)
        for reference in [
            PackageReference(ParsedEntry(conda: "numpy \(entry)")), PackageReference(ParsedEntry(pip: "numpy\(entry)")),
        ] {
            #expect("\(try #require(reference).answer(to: constraint))" == answer, "\(reference?.entry ?? "")")
        }
    }

    @Test(arguments: [
        ("1.2.*|>=2", ">=1.2", "certain"), ("1.2.*|>=2", ">=2", "possible"), ("1.2.*|>=2", "<1", "no"),
        ("<1|>2", "1.5", "no"), ("==1|==2", "==1", "possible"),
    ])
    func `it is unknown which alternative of an entry is chosen`(
        _ entry: String,
        _ constraint: String,
        _ answer: String
    ) throws {
        let reference = try #require(PackageReference(ParsedEntry(conda: "numpy \(entry)")))
        #expect("\(reference.answer(to: try VersionConstraint(constraint)))" == answer)
    }

    @Test func `an entry whose versions cannot be read may have any version`() throws {
        for entry in ["numpy=>1", "numpy (>=1.2)", "numpy ^1.2$"] {
            guard let reference = PackageReference(ParsedEntry(conda: entry)) else { continue }
            #expect(reference.isReadable == false, "\(entry)")
            #expect(reference.answer(to: try VersionConstraint(">9")) == .possible)
        }
        #expect(try #require(PackageReference(ParsedEntry(pip: "numpy==1.x"))).isReadable == false)
        #expect(try #require(PackageReference(ParsedEntry(pip: "numpy>=1"))).isReadable)
    }

    @Test func `without a constraint, only a condition makes the answer uncertain`() throws {
        #expect(try #require(PackageReference(ParsedEntry(pip: "a>1"))).answer(to: nil) == .certain)
        #expect(try #require(PackageReference(ParsedEntry(pip: "a; os_name=='nt'"))).answer(to: nil) == .possible)
        #expect(try #require(PackageReference(ParsedEntry(conda: "a"))).answer(to: nil) == .certain)
    }

    @Test func `a constraint is readable only for package managers that can read it`() throws {
        let constraint = try VersionConstraint(">=2021a")
        #expect(constraint.isReadable(as: CondaVersion.self))
        #expect(try VersionConstraint("~=1").isReadable(as: CondaVersion.self) == false)
        #expect(try VersionConstraint("~=1").isReadable(as: PipVersion.self) == false)
        #expect(try VersionConstraint(">=abc").isReadable(as: PipVersion.self) == false)
        #expect(try VersionConstraint(">=abc").answer(for: #require(PipVersion("1"))) == .possible)
    }
}
