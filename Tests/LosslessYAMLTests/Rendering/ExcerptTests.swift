import TestSupport
import Testing

@testable import HostileInput
@testable import LosslessYAML

@Suite struct ExcerptTests {
    /// How many texts an excerpt verified, and how many parsing the whole text refused.
    private struct Tally {
        var verified = 0
        var refused = 0

        /// Fails if an excerpt verifies a text that is refused when the whole of it is parsed.
        mutating func check(_ document: YAMLDocument) {
            let bytes = document.bytes
            let isVerified = document.isVerifiedByExcerpt(of: bytes)
            do throws(YAMLError) {
                let whole = try document.reread()
                #expect(document.hasSameData(as: whole) && whole.bytes == bytes)
            } catch {
                refused += 1
                #expect(!isVerified, "\(error)\n\(String(decoding: bytes, as: UTF8.self).debugDescription)")
            }
            if isVerified { verified += 1 }
        }
    }

    private func tally(
        _ seed: Int,
        isDamaged: Bool = false,
        limits: (YAMLDocument) -> YAMLLimits = { _ in .standard }
    ) -> Tally {
        var random = SplitMix64(seed: UInt64(seed))
        var tally = Tally()
        for _ in 0..<60 {
            let text = RandomListText.make(&random)
            guard let unlimited = try? YAMLDocument(parsing: text),
                var document = try? YAMLDocument(parsing: text, limits: limits(unlimited))
            else { continue }
            for _ in 0..<3 {
                guard let edit = DocumentEdit(of: document, &random), (try? edit.make(in: &document)) != nil else {
                    continue
                }
                if isDamaged { Tampering.tamper(with: &document, &random) }
                tally.check(document)
            }
        }
        return tally
    }

    @Test(arguments: 0..<20)
    func `an excerpt verifies edits of long lists, and parsing the whole text agrees`(seed: Int) {
        #expect(tally(seed).verified > 0)
    }

    @Test(arguments: 0..<40)
    func `an excerpt verifies nothing that parsing the whole text refuses`(seed: Int) {
        let tally = tally(seed, isDamaged: true)
        #expect(tally.verified > 0 && tally.refused > 0)
    }

    @Test(arguments: 0..<5)
    func `an excerpt does not hide that the whole text exceeds a limit`(seed: Int) {
        let tallies = [
            tally(seed) { YAMLLimits(byteCount: $0.source.bytes.count + 4) },
            tally(seed) { YAMLLimits(nodeCount: $0.nodes.count) },
            tally(seed) { YAMLLimits(indentation: $0.indentation) },
        ]
        for tally in tallies { #expect(tally.verified > 0 && tally.refused > 0) }
    }

    @Test(arguments: ["- a\n- b\n- c\n- d\n", "a:\n  - b\n  - c\n  - d\n", "- p:\n  - a\n  - b\n  - c\n- q\n"])
    func `the items between two others are left out of an excerpt`(text: String) throws {
        var document = try YAMLDocument(parsing: Array(text.utf8))
        let list = try #require(document.nodes.all.filter { document.kind(of: $0) == .sequence }.last)
        try document.append(.text("new"), to: list)
        #expect(document.isVerifiedByExcerpt(of: document.bytes))
        #expect(!document.isVerifiedByExcerpt(of: document.bytes + [0x0A]))
    }

    @Test(arguments: [
        "- a\n- b\n", "- a\n- 'b'\n- c\n- 'd'\n", "- a\n- b # b\n- c\n- d # d\n", "[a, b, c, d]\n",
        "- &a a\n- b\n- c\n- d\n", "- é\n- b\n- c\n- d\n", "a: 1\nb: 2\nc: 3\n",
    ])
    func `without such items there is no excerpt`(text: String) throws {
        var document = try YAMLDocument(parsing: Array(text.utf8))
        let root = try #require(document.root)
        if document.kind(of: root) == .sequence {
            try document.append(.text("new"), to: root)
        } else {
            try document.insert(.text("new"), forKey: "new", into: root)
        }
        #expect(!document.isVerifiedByExcerpt(of: document.bytes))
        #expect(try document.verifiedBytes() == document.bytes)
    }
}

extension YAMLDocument {
    /// The number of spaces that indent the values in block style.
    fileprivate var indentation: Int {
        nodes.all.reduce(0) { total, node in
            total + 2 * sequence(first: node) { self[$0].parent }.dropFirst().count { _ in true }
        }
    }
}
