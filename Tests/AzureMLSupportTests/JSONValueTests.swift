import AzureMLSupport
import Testing

@Suite struct JSONValueTests {
    @Test func `the result of chained look-ups prints as plain text`() {
        let details: JSONValue = ["ingredients": ["dockerfile": "FROM a\nRUN b\n"]]
        #expect("\(details["ingredients"]["dockerfile"])" == "FROM a\nRUN b\n")
    }

    @Test func `a value that is not a string prints as indented JSON`() {
        let value: JSONValue = ["b": [1, 1.0, true], "a": nil, "c": [], "d": "日\u{7F}~\"\\"]
        #expect(
            "\(value)" == #"""
                {
                    "b": [
                        1,
                        1.0,
                        true
                    ],
                    "a": null,
                    "c": [],
                    "d": "\u65e5\u007f~\"\\"
                }
                """#
        )
    }

    @Test func `a look-up without a result is null`() {
        let value: JSONValue = ["a": [1]]
        #expect(value["b"]["c"].isNull)
        #expect(value["a"][1].isNull)
        #expect(value["a"][-1].isNull)
        #expect(value["a"][0].int == 1)
    }

    @Test func `names compare by bytes, not by canonical equivalence`() {
        let value: JSONValue = ["\u{E9}": 1, "e\u{301}": 2]
        #expect(value.object?.count == 2)
        #expect(value["e\u{301}"].int == 2)
    }
}
