import Testing

@testable import LosslessYAML

@Suite struct CommentOwnershipTests {
    private static let moveFirstToEnd: EditCase.Edit = { try $0.moveToEnd($0.items(of: $1)[0]) }

    /// A comment that is indented deeper than an item belongs to the item above it.
    static let deeper: [EditCase] = [
        EditCase(
            "a deeper comment is removed with the item above it",
            "list:\n  - a\n    # about a\n  - b\n",
            remove(0),
            produces: "list:\n  - b\n"
        ),
        EditCase(
            "a deeper comment stays when the item below it is removed",
            "list:\n  - a\n    # about a\n  - b\n",
            remove(1),
            produces: "list:\n  - a\n    # about a\n"
        ),
        EditCase(
            "a deeper comment moves with the item above it",
            "list:\n  - a\n    # about a\n  - b\n",
            moveFirstToEnd,
            produces: "list:\n  - b\n  - a\n    # about a\n"
        ),
        EditCase(
            "one column deeper is deeper",
            "list:\n  - a\n   # about a\n  - b\n",
            remove(0),
            produces: "list:\n  - b\n"
        ),
        EditCase(
            "deeper comments of several columns, and blank lines between them, are removed with the item above",
            "list:\n  - a # one\n      # two\n\n   # three\n  - b\n",
            remove(0),
            produces: "list:\n  - b\n"
        ),
        EditCase(
            "a deeper comment in a list without indentation",
            "list:\n- a\n  # about a\n- b\n",
            remove(0),
            produces: "list:\n- b\n"
        ),
        EditCase(
            "a deeper comment with CRLF",
            "list:\r\n  - a\r\n    # about a\r\n  - b\r\n",
            remove(0),
            produces: "list:\r\n  - b\r\n"
        ),
        EditCase(
            "a deeper comment below a multi-line text",
            "list:\n  - |\n      text\n      # text\n    # about the text\n  - b\n",
            remove(0),
            produces: "list:\n  - b\n"
        ),
        EditCase(
            "a new item goes below the deeper comment of the last one",
            "list:\n  - a\n    # about a\n",
            append("b"),
            produces: "list:\n  - a\n    # about a\n  - b\n"
        ),
        EditCase(
            "a tab makes a comment deeper too",
            "list:\n- a\n \t# about a\n- b\n",
            remove(0),
            produces: "list:\n- b\n"
        ),
        EditCase(
            "a deeper comment moves with its pair",
            "list:\n  b: 1\n    # about b\n  # about a\n  a: 2\n",
            { try $0.sortPairs(of: $1) },
            produces: "list:\n  # about a\n  a: 2\n  b: 1\n    # about b\n"
        ),
        EditCase(
            "a deeper comment is removed with the pair above it",
            "list:\n  a: 1\n    # about a\n  b: 2\n",
            { try $0.remove($0.pairs(of: $1)[0].key) },
            produces: "list:\n  b: 2\n"
        ),
    ]

    /// Comments that do not belong to an item stay where they are.
    static let separate: [EditCase] = [
        EditCase(
            "a deeper comment above the first item has no item above it",
            "list:\n    # about the list\n  - a\n  - b\n",
            remove(0),
            produces: "list:\n    # about the list\n  - b\n"
        ),
        EditCase(
            "a deeper comment below one in the items' column belongs to neither item",
            "list:\n  - a\n  # a section\n    # of many items\n  - b\n",
            remove(0),
            produces: "list:\n  # a section\n    # of many items\n  - b\n"
        ),
        EditCase(
            "a deeper comment below one in the items' column stays when the item below is removed",
            "list:\n  - a\n  # a section\n    # of many items\n  - b\n",
            remove(1),
            produces: "list:\n  - a\n  # a section\n    # of many items\n"
        ),
        EditCase(
            "a comment in the first column stays when the item above it is removed",
            "list:\n  - a\n# a section\n  - b\n",
            remove(0),
            produces: "list:\n# a section\n  - b\n"
        ),
        EditCase(
            "a comment in the first column stays when the item below it is removed",
            "list:\n  - a\n# a section\n  - b\n",
            remove(1),
            produces: "list:\n  - a\n# a section\n"
        ),
        EditCase(
            "a comment in the first column stays when the item above it moves",
            "list:\n  - a\n# a section\n  - b\n",
            moveFirstToEnd,
            produces: "list:\n# a section\n  - b\n  - a\n"
        ),
    ]

    private static let nestedText = """
        list:
          - pip:
              - x
                # about x
              # - commented-out
            # about pip
           # about the item of pip
          # about b
          - b

        """

    private static func editPip(
        _ edit: @escaping @Sendable (inout YAMLDocument, YAMLNode) throws -> Void
    ) -> EditCase.Edit {
        { document, list in
            let mapping = document.items(of: list)[0]
            try edit(&document, try #require(document.value(forKey: "pip", in: mapping)))
        }
    }

    /// Each comment belongs to the innermost entry above it that is indented less than the comment.
    static let nested: [EditCase] = [
        EditCase(
            "an inner item is removed with only the comment that is deeper than itself",
            nestedText,
            editPip { document, pip in
                try document.append(.text("y"), to: pip)
                try document.remove(document.items(of: pip)[0])
            },
            produces: """
                list:
                  - pip:
                      # - commented-out
                      - y
                    # about pip
                   # about the item of pip
                  # about b
                  - b

                """
        ),
        EditCase(
            "an inner list that loses its last item keeps the comments that are less deep",
            nestedText,
            editPip { try $0.remove($0.items(of: $1)[0]) },
            produces: """
                list:
                  - pip: []
                      # - commented-out
                    # about pip
                   # about the item of pip
                  # about b
                  - b

                """
        ),
        EditCase(
            "an outer item is removed with all comments that are deeper than itself",
            nestedText,
            remove(0),
            produces: "list:\n  # about b\n  - b\n"
        ),
        EditCase(
            "an outer item moves with all comments that are deeper than itself",
            nestedText,
            moveFirstToEnd,
            produces: """
                list:
                  # about b
                  - b
                  - pip:
                      - x
                        # about x
                      # - commented-out
                    # about pip
                   # about the item of pip

                """
        ),
        EditCase(
            "the item below is removed with only the comments in its own column",
            nestedText,
            remove(1),
            produces: """
                list:
                  - pip:
                      - x
                        # about x
                      # - commented-out
                    # about pip
                   # about the item of pip

                """
        ),
        EditCase(
            "an inner list in its key's column",
            "list:\n  - pip:\n    - x\n      # about x\n    # - y\n    - z\n",
            editPip { try $0.remove($0.items(of: $1)[0]) },
            produces: "list:\n  - pip:\n    # - y\n    - z\n"
        ),
    ]

    @Test(arguments: deeper + separate + nested)
    func `a comment stays with the entry that it belongs to`(_ testCase: EditCase) throws {
        try testCase.check()
    }

    @Test func `an item between comments in brackets is not removed, because its comments cannot be identified`()
        throws
    {
        var document = try YAMLDocument(parsing: Array("list: [\n  a, # about a\n    # deeper\n  b\n]\n".utf8))
        let root = try #require(document.root)
        let list = try #require(document.value(forKey: "list", in: root))
        let item = document.items(of: list)[0]
        let error = #expect(throws: YAMLError.self) { try document.remove(item) }
        #expect(error?.code == .editRefused)
        #expect(document.bytes == Array("list: [\n  a, # about a\n    # deeper\n  b\n]\n".utf8))
    }
}
