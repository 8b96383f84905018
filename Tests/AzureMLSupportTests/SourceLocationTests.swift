import AzureMLSupport
import Testing

@Suite struct SourceLocationTests {
    @Test(arguments: [
        ("ab\ncd", 0, 1, 1, "ab"), ("ab\ncd", 2, 1, 3, "ab"), ("ab\ncd", 3, 2, 1, "cd"), ("ab\ncd", 9, 2, 3, "cd"),
        ("ab\ncd", -1, 1, 1, "ab"), ("ab\r\ncd", 3, 1, 4, "ab"), ("ab\r\ncd", 5, 2, 2, "cd"), ("", 0, 1, 1, ""),
        ("é\né", 4, 2, 2, "é"), ("\u{FEFF}ab", 4, 1, 2, "ab"),
    ])
    func `the location of a byte has its line, its column in bytes, and the text of the line`(
        text: String,
        offset: Int,
        line: Int,
        column: Int,
        excerpt: String
    ) {
        let place = SourceLocation(file: "a", bytes: Array(text.utf8), offset: offset)
        #expect(place == SourceLocation(file: "a", line: line, column: column, excerpt: excerpt))
    }

    @Test func `locations are returned in the order of the requested offsets`() {
        let bytes = Array("ab\ncd\n\nef".utf8)
        let offsets = [8, 0, 4, 4, 6, 100, 3]
        #expect(
            SourceLocation.locations(file: nil, bytes: bytes, offsets: offsets)
                == offsets.map { SourceLocation(file: nil, bytes: bytes, offset: $0) }
        )
        #expect(SourceLocation.locations(file: nil, bytes: bytes, offsets: []).isEmpty)
    }

    @Test func `a line is quoted in full up to 400 bytes, and not at all if it is longer`() {
        for (count, isQuoted) in [(400, true), (401, false)] {
            let line = String(repeating: "a", count: count)
            let place = SourceLocation(file: nil, bytes: Array("b\n\(line)\nc".utf8), offset: 10)
            #expect(place.line == 2 && place.column == 9)
            #expect(place.excerpt == (isQuoted ? line : nil))
        }
    }
}
