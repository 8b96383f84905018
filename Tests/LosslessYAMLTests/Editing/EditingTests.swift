import Testing

@testable import LosslessYAML

@Suite struct EditingTests {
    static let appending: [EditCase] = [
        EditCase("indentation of siblings", "list:\n    - a\n", append("b"), produces: "list:\n    - a\n    - b\n"),
        EditCase("no indentation", "list:\n- a\nz: 1\n", append("b"), produces: "list:\n- a\n- b\nz: 1\n"),
        EditCase("gap after the dash", "list:\n  -   a\n", append("b"), produces: "list:\n  -   a\n  -   b\n"),
        EditCase("CRLF", "list:\r\n  - a\r\nz: 1\n", append("b"), produces: "list:\r\n  - a\r\n  - b\r\nz: 1\n"),
        EditCase("no final line break", "list:\n  - a", append("b"), produces: "list:\n  - a\n  - b"),
        EditCase(
            "a commented-out item keeps its position",
            "list:\n  - a\n  # - x\n\nz: 1\n",
            append("b"),
            produces: "list:\n  - a\n  # - x\n  - b\n\nz: 1\n"
        ),
        EditCase(
            "a commented-out item in the key's column",
            "list:\n- a\n# - x\n\nz: 1\n",
            append("b"),
            produces: "list:\n- a\n# - x\n- b\n\nz: 1\n"
        ),
        EditCase(
            "a comment about the next key stays with it",
            "list:\n- a\n# about z\nz: 1\n",
            append("b"),
            produces: "list:\n- a\n- b\n# about z\nz: 1\n"
        ),
        EditCase(
            "blank lines between all items",
            "list:\n  - a\n\n  - b\n",
            append("c"),
            produces: "list:\n  - a\n\n  - b\n\n  - c\n"
        ),
        EditCase("quotes of siblings", "list:\n  - \"a\"\n", append("b"), produces: "list:\n  - \"a\"\n  - \"b\"\n"),
        EditCase("a number as text", "list:\n  - a\n", append("3.10"), produces: "list:\n  - a\n  - '3.10'\n"),
        EditCase("a text with a colon", "list:\n  - a\n", append("b: c"), produces: "list:\n  - a\n  - 'b: c'\n"),
        EditCase("a line break", "list:\n  - a\n", append("b\nc"), produces: "list:\n  - a\n  - \"b\\nc\"\n"),
        EditCase("non-ASCII text before", "é: ü\nlist:\n  - 日\n", append("b"), produces: "é: ü\nlist:\n  - 日\n  - b\n"),
        EditCase("flow", "list: [a, b]\n", append("c"), produces: "list: [a, b, c]\n"),
        EditCase("flow without blanks", "list: [a,b]\n", append("c"), produces: "list: [a,b,c]\n"),
        EditCase("flow with a final comma", "list: [a, b,]\n", append("c"), produces: "list: [a, b, c,]\n"),
        EditCase("empty flow", "list: []\n", append("c"), produces: "list: [c]\n"),
        EditCase(
            "flow on several lines",
            "list: [\n  a,\n  b\n]\n",
            append("c"),
            produces: "list: [\n  a,\n  b,\n  c\n]\n"
        ),
        EditCase(
            "flow keeps the comment after the last item with it",
            "list: [\n  a,\n  b # about b\n]\n",
            append("c"),
            produces: "list: [\n  a,\n  b, # about b\n  c\n]\n"
        ),
        EditCase("flow keeps a comma in quotes", "list: [a]\n", append("b,c"), produces: "list: [a, 'b,c']\n"),
        EditCase(
            "a mapping with a list",
            "list:\n  - a\n",
            { try $0.append(.mapping([(key: "pip", value: .sequence([.text("x"), .text("y")]))]), to: $1) },
            produces: "list:\n  - a\n  - pip:\n    - x\n    - y\n"
        ),
        EditCase(
            "below a multi-line text without a value",
            "? ? >\nlist:\n- a\n",
            append("b"),
            produces: "? ? >\nlist:\n- a\n- b\n"
        ),
        EditCase(
            "into a list that an edit has added",
            "list:\n  - a\n",
            { document, list in
                try document.append(.mapping([(key: "pip", value: .sequence([.text("x")]))]), to: list)
                let mapping = document.items(of: list)[1]
                let inner = try #require(document.value(forKey: "pip", in: mapping))
                try document.append(.text("y"), to: inner)
                try document.remove(document.items(of: inner)[0])
            },
            produces: "list:\n  - a\n  - pip:\n    - y\n"
        ),
    ]

    static let removing: [EditCase] = [
        EditCase("only the item's line", "list:\n  - a\n  - b\n  - c\n", remove(1), produces: "list:\n  - a\n  - c\n"),
        EditCase(
            "its own comments are removed, those of others stay",
            "list:\n  # about a\n  - a # one\n  # about b\n  - b\n",
            remove(0),
            produces: "list:\n  # about b\n  - b\n"
        ),
        EditCase(
            "a comment that does not touch the item stays",
            "list:\n  - a\n\n  # a section\n\n  - b\n",
            remove(1),
            produces: "list:\n  - a\n\n  # a section\n\n"
        ),
        EditCase(
            "removing the last item leaves an empty list",
            "list: # c\n  - a\nz: 1\n",
            remove(0),
            produces: "list: [] # c\nz: 1\n"
        ),
        EditCase("the only item in a text without a final line break", "list:\n- a", remove(0), produces: "list: []"),
        EditCase("flow, first", "list: [a, b]\n", remove(0), produces: "list: [b]\n"),
        EditCase("flow, last", "list: [a, b]\n", remove(1), produces: "list: [a]\n"),
        EditCase("flow, only", "list: [a]\n", remove(0), produces: "list: []\n"),
        EditCase("CRLF", "list:\r\n- a\r\n- b\r\n", remove(0), produces: "list:\r\n- b\r\n"),
        EditCase(
            "an item that contains a list",
            "list:\n  - a\n  - pip:\n      - x\n      # - y\n  - b\n",
            remove(1),
            produces: "list:\n  - a\n  - b\n"
        ),
        EditCase(
            "the last item, whose line break was missing",
            "list:\n  - a\n  - b",
            remove(1),
            produces: "list:\n  - a"
        ),
    ]

    static let replacing: [EditCase] = [
        EditCase(
            "quotes and comment stay",
            "list:\n  - 'a' # c\n",
            { try $0.replaceScalar($0.items(of: $1)[0], with: "b'c") },
            produces: "list:\n  - 'b''c' # c\n"
        ),
        EditCase(
            "a plain value is quoted when it must be",
            "list: [a, b]\n",
            { try $0.replaceScalar($0.items(of: $1)[0], with: "1.5") },
            produces: "list: ['1.5', b]\n"
        ),
        EditCase(
            "a block scalar becomes one line",
            "list:\n  - |\n    a\n  - b\n",
            { try $0.replaceScalar($0.items(of: $1)[0], with: "c") },
            produces: "list:\n  - c\n  - b\n"
        ),
        EditCase(
            "the same value changes no byte",
            "list:\n  - \"a\"\n",
            { try $0.replaceScalar($0.items(of: $1)[0], with: "a") },
            produces: "list:\n  - \"a\"\n"
        ),
        EditCase(
            "a list in place of a text keeps the comments between braces",
            "list: {a: b, # about a\n  c: d # about c\n}\n",
            { try $0.replaceValue(ofKey: $0.pairs(of: $1)[1].key, with: .sequence([.text("e")])) },
            produces: "list: {a: b, # about a\n  c: [e] # about c\n}\n"
        ),
        EditCase(
            "a list in place of a multi-line text keeps its comments",
            "list:\n  a: | # one\n    b\n   # two\n  c: d\n",
            { try $0.replaceValue(ofKey: $0.pairs(of: $1)[0].key, with: .sequence([.text("e")])) },
            produces: "list:\n  a: # one\n   # two\n  - e\n  c: d\n"
        ),
        EditCase(
            "comments move to the end with their item",
            "list:\n  # about a\n  - a # one\n  - b\n",
            { try $0.moveToEnd($0.items(of: $1)[0]) },
            produces: "list:\n  - b\n  # about a\n  - a # one\n"
        ),
        EditCase(
            "moving the last one changes no byte",
            "list:\n  - a\n  - b",
            { try $0.moveToEnd($0.items(of: $1)[1]) },
            produces: "list:\n  - a\n  - b"
        ),
        EditCase(
            "moving within brackets",
            "list: [a, b]\n",
            { try $0.moveToEnd($0.items(of: $1)[0]) },
            produces: "list: [b, a]\n"
        ),
        EditCase(
            "appending and removing the same item gives the text back",
            "list:\n- a # c\n# - x\n\n# foot",
            { document, list in
                try document.append(.text("b"), to: list)
                try document.remove(document.items(of: list)[1])
            },
            produces: "list:\n- a # c\n# - x\n\n# foot"
        ),
    ]

    @Test(arguments: appending + removing + replacing)
    func `an edit of a list changes only the intended text`(_ testCase: EditCase) throws {
        try testCase.check()
    }
}
