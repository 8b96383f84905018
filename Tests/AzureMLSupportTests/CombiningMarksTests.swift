import AzureMLSupport
import Testing

@Suite struct CombiningMarksTests {
    private static func marks(_ count: Int) -> String { String(repeating: "\u{301}", count: count) }

    @Test(
        arguments: [
            ("", nil), ("a", nil), ("é" + marks(255), nil), (marks(256), nil), (marks(257), 0), ("ab" + marks(257), 1),
            ("a日" + marks(257) + "b", 1), (marks(256) + "a" + marks(256), nil),
            (String(repeating: "日本", count: 500), nil),
            (String(repeating: "a" + marks(200), count: 20), nil), (marks(256) + "日" + marks(257), 512),
        ] as [(String, Int?)]
    )
    func `a text with too many combining characters in sequence is found`(text: String, offset: Int?) {
        // The search begins at the first byte that is not ASCII.
        let bytes = Array(text.utf8)
        let expected = offset.map { $0 < bytes.count && bytes[$0] < 0x80 ? $0 + 1 : $0 }
        #expect(CombiningMarks.firstExcess(in: bytes[...]) == expected)
    }

    @Test(arguments: ["\u{301}", "\\u0301"])
    func `a JSON text with too many is refused at the string`(mark: String) {
        let text = "{\"a\": \"k" + String(repeating: mark, count: 257) + "\"}"
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8)) }
        #expect(error?.code == .tooLarge && error?.location?.line == 1 && error?.hint != nil)
        let few = "{\"a\": \"k" + String(repeating: mark, count: 256) + "\"}"
        #expect(throws: Never.self) { try JSONValue(parsing: Array(few.utf8)) }
    }
}
