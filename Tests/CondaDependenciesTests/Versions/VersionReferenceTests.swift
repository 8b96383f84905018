import AzureMLSupport
import HostileInput
import TestSupport
import Testing

@testable import CondaDependencies

/// Compares random versions with rattler and `packaging`. `SPECIFICATIONS_PYTHON` is the path of a Python that has
/// both.
@Suite(.enabled(if: ReferencePython.specifications.isAvailable))
struct VersionReferenceTests {
    private static let count = 20_000

    private func answers(_ questions: JSONValue) async throws -> JSONValue {
        try await ReferencePython.specifications.answer(of: "package_versions.py", to: questions)
    }

    private func json(_ pairs: [(String, String)]) -> JSONValue {
        JSONValue(pairs.map { [JSONValue($0.0), JSONValue($0.1)] as JSONValue })
    }

    private func order<Version: PackageVersion>(_ pair: (String, String), as kind: Version.Type) -> Int? {
        guard let left = Version(pair.0), let right = Version(pair.1) else { return nil }
        return left < right ? -1 : left == right ? 0 : 1
    }

    @Test func `random versions have the same order as in rattler and packaging`() async throws {
        var random = VersionGenerator(seed: 1)
        let conda = (0..<Self.count).map { _ in random.pair { $0.condaVersion() } }
        let pip = (0..<Self.count).map { _ in random.pair { $0.pipVersion() } }
        let answers = try await answers(["conda": json(conda), "pip": json(pip), "condaSpecs": [], "pipSpecs": []])
        for (pair, answer) in zip(conda, answers["conda"].array ?? []) {
            #expect(order(pair, as: CondaVersion.self) == answer.int, "\(pair)")
        }
        for (pair, answer) in zip(pip, answers["pip"].array ?? []) {
            #expect(order(pair, as: PipVersion.self) == answer.int, "\(pair)")
        }
        for name in ["conda", "pip"] {
            let compared = (answers[name].array ?? []).count { $0.int != nil }
            print("compared \(compared) pairs of versions of \(name)")
            #expect(compared > Self.count / 2)
        }
    }

    @Test func `random constraints are satisfied as in rattler and packaging`() async throws {
        var random = VersionGenerator(seed: 2)
        let conda = (0..<Self.count).map { _ in (random.constraint { $0.condaVersion() }, random.condaVersion()) }
        let pip = (0..<Self.count).map { _ in (random.constraint { $0.pipVersion() }, random.pipVersion()) }
        let answers = try await answers(["conda": [], "pip": [], "condaSpecs": json(conda), "pipSpecs": json(pip)])
        func check<Version: PackageVersion>(_ pairs: [(String, String)], _ name: String, as kind: Version.Type) {
            var compared = 0
            for (pair, answer) in zip(pairs, answers[name].array ?? []) {
                guard let expected = answer.bool else { continue }
                compared += 1
                let constraint = try? VersionConstraint(pair.0)
                let found = Version(pair.1).flatMap { constraint?.answer(for: $0) }
                #expect(found == (expected ? .certain : .no), "\(pair)")
            }
            print("compared \(compared) constraints of \(name)")
            #expect(compared > Self.count / 4)
        }
        check(conda, "condaSpecs", as: CondaVersion.self)
        check(pip, "pipSpecs", as: PipVersion.self)
    }

    /// A `certain` or `no` must be true for every version that the entry allows according to rattler and `packaging`.
    @Test func `no version that an entry allows contradicts an answer`() async throws {
        var random = VersionGenerator(seed: 3)
        func cases(_ make: (inout VersionGenerator) -> String) -> [(entry: String, wanted: String, version: String)] {
            (0..<Self.count).map { _ in
                (random.constraint { $0.release() }, random.constraint { $0.release() }, make(&random))
            }
        }
        let conda = cases { $0.release() }
        let pip = cases { $0.release() }
        let answers = try await answers([
            "conda": [], "pip": [],
            "condaSpecs": json(conda.flatMap { [($0.entry, $0.version), ($0.wanted, $0.version)] }),
            "pipSpecs": json(pip.flatMap { [($0.entry, $0.version), ($0.wanted, $0.version)] }),
        ])
        func check<Version: PackageVersion>(
            _ cases: [(entry: String, wanted: String, version: String)],
            _ name: String,
            as kind: Version.Type
        ) throws {
            let facts = answers[name].array ?? []
            var settled = 0
            for (index, one) in cases.enumerated() {
                guard facts[2 * index].bool == true, let isWanted = facts[2 * index + 1].bool else { continue }
                let entry = try VersionConstraint(one.entry)
                let answer = try VersionConstraint(one.wanted).answer(forAll: entry, as: kind)
                if answer != .possible { settled += 1 }
                #expect(answer != (isWanted ? .no : .certain), "\(name) \(one)")
            }
            print("settled \(settled) constraints of \(name)")
            #expect(settled > 500)
        }
        try check(conda, "condaSpecs", as: CondaVersion.self)
        try check(pip, "pipSpecs", as: PipVersion.self)
    }
}

/// Generates versions with few parts, so that many of them are similar.
private struct VersionGenerator {
    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    private mutating func pick(_ texts: [String]) -> String {
        random.element(of: texts) ?? ""
    }

    private mutating func numbers() -> String {
        (0...random.next(below: 3)).map { _ in pick(["0", "1", "2", "10", "01", "00"]) }.joined(separator: ".")
    }

    mutating func condaVersion() -> String {
        let epoch = pick(["", "", "", "1!", "0!"])
        let mark = pick([
            "", "", "a", ".a1", "rc1", ".rc", "dev", ".dev1", "post", ".post2", "_", "b0", "_1", ".0", "-1", "g",
        ])
        return epoch + numbers() + mark + pick(["", "", "", "+1", "+1.0", "+2.a"])
    }

    mutating func pipVersion() -> String {
        let pre = pick(["", "", "", "a1", "b", ".rc1", "-c.2", "alpha0", "_preview3", "a01"])
        let post = pick(["", "", "", ".post1", "-1", "r2", "post", ".rev.0"])
        let development = pick(["", "", "", ".dev0", "dev1", "_dev"])
        return pick(["", "", "", "1!", "v"]) + numbers() + pre + post + development
            + pick(["", "", "", "", "+1", "+a.1", "+ab_2"])
    }

    mutating func release() -> String { numbers() }

    mutating func pair(_ make: (inout VersionGenerator) -> String) -> (String, String) {
        (make(&self), make(&self))
    }

    mutating func constraint(_ make: (inout VersionGenerator) -> String) -> String {
        (0...random.next(below: 2)).map { _ in
            let comparison = pick(["==", "!=", "<", "<=", ">", ">=", "~="])
            // Leaves out constraints on which rattler differs: `==1.*`, which rattler and conda read as `==1`; `~=1`,
            // which conda refuses; and trailing zeros of a prefix, which rattler ignores.
            if comparison == "~=" { return "~=\(numbers()).1.\(pick(["0", "1", "10"]))" }
            return comparison == "!=" && pick(["a", "b"]) == "a" ? "!=\(numbers()).1.*" : comparison + make(&self)
        }.joined(separator: ",")
    }
}
