import AzureMLSupport
import Testing

@testable import LosslessYAML

@Suite struct LocationTests {
    @Test func `a location counts lines from 1 and columns in bytes`() throws {
        let document = try YAMLDocument(parsing: Array("\u{FEFF}é: 1\r\nb: [é, x]\r\n".utf8), file: "env.yml")
        let root = try #require(document.root)
        let pairs = document.pairs(of: root)
        let item = try #require(document.items(of: pairs[1].value).last)
        #expect("\(document.location(of: pairs[0].key))" == "env.yml:1:1")
        #expect("\(document.location(of: pairs[0].value))" == "env.yml:1:5")
        #expect("\(document.location(of: item))" == "env.yml:2:9")
    }

    @Test func `every line break of YAML 1_1 starts a line`() throws {
        let text = "- a\n- b\r- c\r\n- d\u{85}- e\u{2028}- f\u{2029}- g"
        let document = try YAMLDocument(parsing: Array(text.utf8), file: "env.yml")
        let items = document.items(of: try #require(document.root))
        #expect(items.map { document.location(of: $0).line } == [1, 2, 3, 4, 5, 6, 7])
        #expect(items.map { document.location(of: $0).column } == Array(repeating: 3, count: 7))
        #expect(
            items.map { document.location(of: $0).excerpt } == ["a", "b", "c", "d", "e", "f", "g"].map { "- \($0)" }
        )
        #expect(document.locations(of: items.map { (node: $0, textOffset: nil) }) == items.map(document.location))
    }

    @Test(arguments: [
        ("- abc\n", 1, "1:4"), ("- 'abc'\n", 1, "1:5"), ("- \"abc\"\n", 3, "1:7"), ("- &x abc\n", 2, "1:8"),
        // The source does not contain these texts letter for letter.
        ("- 'a''c'\n", 1, "1:3"), ("- \"\\x61bc\"\n", 1, "1:3"), ("- a\n  bc\n", 2, "1:3"), ("- abc\n", 4, "1:3"),
    ])
    func `a position within a text is located if the source contains the text letter for letter`(
        text: String,
        offset: Int,
        place: String
    ) throws {
        let document = try YAMLDocument(parsing: Array(text.utf8), file: "env.yml")
        let item = document.items(of: try #require(document.root))[0]
        let locations = document.locations(of: [(node: item, textOffset: offset)])
        #expect(locations.map(\.description) == ["env.yml:\(place)"])
    }

    @Test func `an alias has its own location, and a new entry has that of its list`() throws {
        var document = try YAMLDocument(parsing: Array("a: &x b\nc: *x\nd:\n  - e\n".utf8))
        let root = try #require(document.root)
        let alias = try #require(document.value(forKey: "c", in: root))
        let list = try #require(document.value(forKey: "d", in: root))
        let new = try document.append(.text("f"), to: list)
        let places = document.locations(of: [(node: alias, textOffset: 0), (node: new, textOffset: 0)])
        #expect(places.map(\.description) == ["<text>:2:4", "<text>:4:3"])
    }
}
