import HostileInput
import Testing

@testable import LosslessYAML

@Suite struct RoundTripTests {
    @Test(arguments: SampleTexts.all)
    func `an unedited text is preserved byte for byte`(text: String) throws {
        let bytes = Array(text.utf8)
        #expect(try YAMLDocument(parsing: bytes).bytes == bytes)
    }

    @Test(arguments: SampleTexts.all)
    func `the entries of all collections cover the whole text`(text: String) throws {
        var document = try YAMLDocument(parsing: Array(text.utf8))
        openLayouts(&document)
        guard document.root != nil else { return }
        document.isEdited = true
        #expect(String(decoding: document.bytes, as: UTF8.self) == text)
    }

    @Test func `a scalar has the decoded text that libyaml reports`() throws {
        let text = "a: 'it''s'\nb: \"x\\u00e9\\ty\"\nc: plain # no\nd: |\n  two\n  lines\ne: &f 'g'\nh: ''\n"
        let document = try YAMLDocument(parsing: Array(text.utf8))
        let root = try #require(document.root)
        let values = document.pairs(of: root).map { document.string(of: $0.value) }
        #expect(values == ["it's", "xé\ty", "plain", "two\nlines\n", "g", ""])
    }
}

/// Opens every layout that can be opened, and marks its collection as edited, so that rendering uses the layout.
func openLayouts(_ document: inout YAMLDocument) {
    for node in document.nodes.all {
        guard document[node].kind == .sequence || document[node].kind == .mapping else { continue }
        guard (try? document.openLayout(of: node)) != nil else { continue }
        document.markEdited(node)
    }
}
