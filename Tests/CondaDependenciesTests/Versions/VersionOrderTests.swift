import AzureMLSupport
import Testing

@testable import CondaDependencies

@Suite struct VersionOrderTests {
    /// From conda's documentation of `VersionOrder`, in order; equal versions are grouped.
    private static let condaOrder: [[String]] = [
        ["0.4", "0.4.0"], ["0.4.1.rc", "0.4.1.RC"], ["0.4.1"], ["0.5a1"], ["0.5b3"], ["0.5C1"], ["0.5"], ["0.9.6"],
        ["0.960923"], ["1.0"], ["1.1dev1"], ["1.1_"], ["1.1a1"], ["1.1.0dev1", "1.1.dev1"], ["1.1.a1"], ["1.1.0rc1"],
        ["1.1.0", "1.1"], ["1.1.0post1", "1.1.post1"], ["1.1post1"], ["1996.07.12"], ["1!0.4.1"], ["1!3.1.1.6"],
        ["2!0.4.1"],
    ]

    /// From conda's tests of the openssl convention and of local versions.
    private static let moreCondaOrders: [[[String]]] = [
        [["1.0.1dev"], ["1.0.1_"], ["1.0.1a"], ["1.0.1b"], ["1.0.1"], ["1.0.1post.a"], ["1.0.1post.z"], ["1.0.2"]],
        [["1.0"], ["1.0+1"], ["1.0+2.0"], ["1.0.1"]], [["1.0_"], ["1.0_+1"], ["1.0a+1"], ["1.0"]],
    ]

    /// From PEP 440, "Summary of permitted suffixes and relative ordering" and the examples before it, and from the
    /// tests of `packaging`.
    private static let pipOrder: [[String]] = [
        ["1.dev0", "1.0.dev0", "1.0.DEV", "v1.0-dev0"], ["1.0.dev456"], ["1.0a1", "1.0-alpha.1", "1.0_A1"],
        ["1.0a2.dev456"], ["1.0a12.dev456"], ["1.0a12"], ["1.0b1.dev456"], ["1.0b2"], ["1.0b2.post345.dev456"],
        ["1.0b2.post345"], ["1.0rc1.dev456"], ["1.0rc1", "1.0c1", "1.0-preview1", "1.0.pre.1"],
        ["1.0", "1.0.0", " 1 ", "01.00"], ["1.0+abc.5"], ["1.0+abc.7", "1.0+ABC-7"], ["1.0+5"], ["1.0.post456.dev34"],
        ["1.0.post456", "1.0-456", "1.0.rev456", "1.0-r456"], ["1.1.dev1"], ["2012.4"],
        ["99999999999999999999999999"], ["100000000000000000000000000"], ["1!0.1"],
    ]

    private func check<Version: PackageVersion>(_ order: [[String]], as kind: Version.Type) throws {
        let groups = try order.map { try $0.map { text in try #require(Version(text), "\(text)") } }
        for (position, group) in groups.enumerated() {
            for (other, otherGroup) in groups.enumerated() {
                for (left, leftText) in zip(group, order[position]) {
                    for (right, rightText) in zip(otherGroup, order[other]) {
                        #expect((left < right) == (position < other), "\(leftText) < \(rightText)")
                        #expect((left == right) == (position == other), "\(leftText) == \(rightText)")
                    }
                }
            }
        }
    }

    @Test func `conda versions have the order in conda's documentation`() throws {
        try check(Self.condaOrder, as: CondaVersion.self)
        for order in Self.moreCondaOrders { try check(order, as: CondaVersion.self) }
    }

    @Test func `pip versions have the order in PEP 440`() throws {
        try check(Self.pipOrder, as: PipVersion.self)
    }

    /// From conda's tests of malformed versions.
    @Test(arguments: ["", "  ", "5.5++", "5.5..mw", "5.5.mw.", "!", "a!1.0", "1!2!3", "+1", "1.0+", "3.5&1", "é"])
    func `a version that conda rejects is rejected`(_ text: String) {
        #expect(CondaVersion(text) == nil)
    }

    /// From the tests of invalid versions in `packaging`.
    @Test(arguments: [
        "", "french toast", "1.0+a+", "1.0++", "1.0+_foobar", "1.0+foo&asd", "1.0+1+1", "1..0", "a1", "1!",
    ])
    func `a version that packaging rejects is rejected`(_ text: String) {
        #expect(PipVersion(text) == nil)
    }

    /// From conda's `test_version.py`, or derived from its rules.
    @Test(arguments: [
        ("1.7.1", "1.7", true), ("1.7", "1.7.0", true), ("1.70", "1.7", false), ("1.6.2", "1.7", false),
        ("1.7.0a1", "1.7.0a", true), ("1.7.0b", "1.7.0a", false), ("1!1.7.1", "1.7", false), ("1.7+2", "1.7+2", true),
        ("1.8+2", "1.7+2", false), ("1.7", "1.7.1", false),
    ])
    func `a conda version can begin with another version`(_ version: String, _ prefix: String, _ isSo: Bool) throws {
        #expect(try #require(CondaVersion(version)).hasPrefix(#require(CondaVersion(prefix))) == isSo)
    }
}
