import AzureMLSupport
import Foundation
import Testing

/// The rows of SECURITY.md about tokens and parameters are what the search does.
@Suite struct SecurityPromiseTests {
    /// The texts in backticks in the first cell of a row.
    private static func quotedTexts(inRow start: String) throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let document = try String(contentsOf: root.appending(path: "SECURITY.md"), encoding: .utf8)
        let row = try #require(document.split(separator: "\n").first { $0.hasPrefix("| \(start)") })
        return row.matches(of: /`([^`]+)`/).map { String($0.1) }
    }

    @Test func `the beginnings of tokens are those that are searched for`() throws {
        let promised = try Self.quotedTexts(inRow: "a token or key of a known form")
        #expect(promised.sorted() == TokenForm.beginnings.sorted())
    }

    @Test func `the parameters are refused, also with a word before their names`() throws {
        let names = try Self.quotedTexts(inRow: "a parameter whose name ends")
        #expect(names.count > 8)
        for name in names {
            let address = Array("https://h.example/a?a_\(name)=x".utf8)
            #expect(URLCredential(in: address) != nil, "\(name)")
        }
    }

    @Test func `the other parameters are refused by their whole names`() throws {
        let names = try Self.quotedTexts(inRow: "a parameter `")
        #expect(names.count > 4)
        for name in names {
            let address = Array("https://h.example/a?\(name)=01234567890123456789".utf8)
            #expect(URLCredential(in: address) != nil, "\(name)")
        }
    }
}
