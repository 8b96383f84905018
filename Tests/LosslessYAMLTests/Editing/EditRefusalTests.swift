import AzureMLSupport
import Testing

@testable import LosslessYAML

@Suite struct EditRefusalTests {
    private typealias Edit = (inout YAMLDocument) throws -> Void

    /// Makes a document with the mapping `a`, from which the given edit removes or replaces the list `b`.
    private static func editedDocument(
        _ edit: (inout YAMLDocument, _ key: YAMLNode) throws -> Void
    ) throws -> (document: YAMLDocument, list: YAMLNode) {
        var document = try YAMLDocument(parsing: Array("a:\n  b:\n    - c\n    - d\n  e: f\n".utf8))
        let root = try #require(document.root)
        let mapping = try #require(document.value(forKey: "a", in: root))
        let key = try #require(document.key("b", in: mapping))
        let list = try #require(document.value(forKey: "b", in: mapping))
        try document.append(.text("new"), to: list)
        try edit(&document, key)
        return (document, list)
    }

    @Test func `a value that an edit has removed cannot be edited`() throws {
        var (document, list) = try Self.editedDocument { try $0.remove($1) }
        let item = document.items(of: list)[0]
        let text = document.bytes
        let edits: [Edit] = [
            { document in _ = try document.append(.text("x"), to: list) },
            { document in try document.remove(list) },
            { document in try document.remove(item) },
            { document in try document.moveToEnd(item) },
            { document in try document.replaceScalar(item, with: "x") },
        ]
        for edit in edits {
            let error = #expect(throws: YAMLError.self) { try edit(&document) }
            #expect(error?.code == .editRefused)
            #expect(error?.message.contains("an earlier edit has removed it") == true)
        }
        #expect(document.bytes == text)
        #expect(try document.verifiedBytes() == Array("a:\n  e: f\n".utf8))
    }

    @Test func `a value that an edit has replaced cannot be edited`() throws {
        var (document, list) = try Self.editedDocument { document, key in
            try document.replaceValue(ofKey: key, with: .sequence([.text("x")]))
        }
        #expect(throws: YAMLError.self) { try document.append(.text("y"), to: list) }
        #expect(throws: YAMLError.self) { try document.remove(document.items(of: list)[0]) }
        #expect(try document.verifiedBytes() == Array("a:\n  b:\n  - x\n  e: f\n".utf8))
    }

    @Test func `the root cannot be removed or replaced like an entry`() throws {
        var document = try YAMLDocument(parsing: Array("a\n".utf8), file: "env.yml")
        let root = try #require(document.root)
        let edits: [Edit] = [
            { document in try document.remove(root) },
            { document in try document.moveToEnd(root) },
            { document in try document.replaceScalar(root, with: "b") },
            { document in try document.replaceValue(ofKey: root, with: .sequence([])) },
        ]
        for edit in edits {
            let error = #expect(throws: YAMLError.self) { try edit(&document) }
            #expect(error?.code == .editRefused)
            #expect(error?.location?.description == "env.yml:1:1")
        }
        #expect(document.bytes == Array("a\n".utf8))
    }
}
