import AzureMLSupport
import Foundation
import TestSupport
import Testing

@Suite struct JSONReadingTests {
    @Test(arguments: [
        ("{\n  \"é\": x\n}", 2, 9, "  \"é\": x", "json-invalid"),
        ("[1,\r\n2", 2, 2, "2", "json-invalid"),
        ("", 1, 1, "", "json-invalid"),
        ("[1]\n[2]", 2, 1, "[2]", "json-invalid"),
        ("\"a\u{7}b\"", 1, 3, "\"a\u{7}b\"", "json-invalid"),
        ("\u{FEFF}1", 1, 1, "\u{FEFF}1", "json-not-utf8"),
    ])
    func `an error has a file, line, column and code`(
        text: String,
        line: Int,
        column: Int,
        excerpt: String,
        code: String
    ) throws {
        let error = try #require(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8), file: "a.json") }
        #expect(error.location == SourceLocation(file: "a.json", line: line, column: column, excerpt: excerpt))
        #expect(error.code.name == code)
        #expect(error.hint != nil)
    }

    @Test(
        arguments: [
            ([0x22, 0xFF, 0x22], 2), ([0x22, 0x61, 0xC3], 3), ([0x22, 0xED, 0xA0, 0x80, 0x22], 2),
            ([0x22, 0xC0, 0x80, 0x22], 2),
        ] as [([UInt8], Int)]
    )
    func `bytes that are not UTF-8 are refused with their location`(bytes: [UInt8], column: Int) throws {
        let error = try #require(throws: JSONError.self) { try JSONValue(parsing: bytes) }
        #expect(error.code == .notUTF8)
        #expect(error.location?.column == column)
    }

    @Test(arguments: UTF16Form.allCases)
    func `UTF-16 is refused by its name, with and without a mark`(form: UTF16Form) throws {
        let text = try #require(form.bytes("{\"a\": 1}\n"))
        let error = try #require(throws: JSONError.self) { try JSONValue(parsing: text) }
        #expect(error.code == .notUTF8)
        #expect(error.message == "the JSON text is UTF-16, not UTF-8")
        #expect(error.location?.column == 1)
    }

    @Test func `256 levels of nesting are read`() throws {
        let text = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
        #expect(try JSONValue(parsing: Array(text.utf8)).pythonText() == text)
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func `nesting beyond 256 levels is refused, however deep`(opening: String) throws {
        let bytes = Array(String(repeating: opening, count: 300_000).utf8)
        let error = try #require(throws: JSONError.self) { try JSONValue(parsing: bytes) }
        #expect(error.code == .tooDeep)
        #expect(error.message == "arrays and objects are nested deeper than 256 levels")
        #expect(error.hint == "check that this is the right file")
    }

    @Test(
        arguments: [
            ("[" + String(repeating: "0,", count: 999_998) + "0]", nil),
            ("[" + String(repeating: "0,", count: 999_999) + "0]", "the JSON text has more than 1000000 values"),
            // 64 MiB of indentation are 69,905 values in 240 lists, of which 239 are indented themselves.
            (nested(69_000), nil),
            (
                nested(70_000),
                "with each value on a line of its own, the JSON text has more than 67108864 bytes"
            ),
        ] as [(String, String?)]
    )
    func `little text cannot need much memory`(_ text: String, _ reason: String?) throws {
        var value: JSONValue?
        do {
            value = try JSONValue(parsing: Array(text.utf8))
            #expect(reason == nil)
        } catch {
            #expect(error.code == .tooLarge)
            #expect(error.message == reason)
            #expect(error.hint == "check that this is the right file")
        }
        // What is read can be written, and the other way round.
        #expect(throws: Never.self) { try value?.requireReadable(byteCount: 0) }
    }

    private static func nested(_ count: Int) -> String {
        String(repeating: "[", count: 240) + String(repeating: "0,", count: count - 1) + "0"
            + String(repeating: "]", count: 240)
    }

    @Test func `a text of more than 64 MiB is refused before it is parsed`() throws {
        let bytes = [UInt8](repeating: 0x20, count: 64 << 20 + 1)
        let error = try #require(throws: JSONError.self) { try JSONValue(parsing: bytes) }
        #expect(error.code == .tooLarge)
        #expect(error.hint == "check that this is the right file")
    }

    @Test(
        arguments: [
            ((0..<257).reduce(1) { value, _ in [value] }, 0), (JSONValue(Array(repeating: 0, count: 1_000_000)), 0),
            (1, 64 << 20 + 1),
        ] as [(JSONValue, Int)]
    )
    func `a value that cannot be read again says what to do before it is written`(
        value: JSONValue,
        byteCount: Int
    ) throws {
        let error = try #require(throws: JSONError.self) { try value.requireReadable(byteCount: byteCount) }
        #expect(error.hint == "remove the data that does not belong in it")
    }

    @Test(
        arguments: [
            ("{\"password\":\n \"PW\" oops}", 2, true), ("{\"password\":\n\"PW\", \"a\": 1 oops}", 2, true),
            ("{\"password\":\n oops \"PW\"}", 2, true), ("{\"password\":\n \"PW", 2, true),
            ("{\"apiKey\": [\n1,\n\"PW\" oops]}", 3, true),
            ("{\"secrets\": {\"a\":\n1, \"b\":\n\"PW\" oops}}", 3, true),
            ("{\"password\":\n \"PW\"\n oops}", 3, false), ("{\"tokenizer\":\n \"PW\" oops}", 2, false),
            ("{\"password\": \"PW\",\n\"a\":\n\"b\" oops}", 3, false),
        ]
    )
    func `a line with a part of a member called like a secret is not quoted`(
        text: String,
        line: Int,
        isHidden: Bool
    ) throws {
        let error = try #require(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8), file: "a.json") }
        #expect(error.location?.line == line)
        #expect((error.location?.excerpt == nil) == isHidden)
        #expect(!isHidden || !"\(error)".contains("PW"))
    }

    @Test func `a line that is too long to quote has no excerpt`() throws {
        let bytes = Array((String(repeating: " ", count: 10_000) + "x").utf8)
        let error = try #require(throws: JSONError.self) { try JSONValue(parsing: bytes) }
        #expect(error.location?.column == 10_001)
        #expect(error.location?.excerpt == nil)
    }
}
