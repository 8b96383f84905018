import Testing

@testable import LosslessYAML

/// A text, an edit of the list or mapping below `list`, and the expected text.
struct EditCase: Sendable, CustomTestStringConvertible {
    typealias Edit = @Sendable (inout YAMLDocument, YAMLNode) throws -> Void

    var behaviour: String
    var given: String
    var edit: Edit
    var produces: String

    var testDescription: String { behaviour }

    init(
        _ behaviour: String,
        _ given: String,
        _ edit: @escaping Edit,
        produces: String
    ) {
        self.behaviour = behaviour
        self.given = given
        self.edit = edit
        self.produces = produces
    }

    /// Makes the edit, and checks the edited text, the verified text, and an unedited copy.
    func check() throws {
        var document = try YAMLDocument(parsing: Array(given.utf8))
        let original = document
        let root = try #require(document.root)
        let list = try #require(document.value(forKey: "list", in: root))
        try edit(&document, list)
        #expect(String(decoding: document.bytes, as: UTF8.self) == produces)
        #expect(try document.verifiedBytes() == Array(produces.utf8))
        #expect(original.bytes == Array(given.utf8))
    }
}

func append(_ text: String) -> EditCase.Edit {
    { try $0.append(.text(text), to: $1) }
}

func remove(_ position: Int) -> EditCase.Edit {
    { try $0.remove($0.items(of: $1)[position]) }
}
