import AzureMLSupport
import TestSupport
import Testing

/// The rows of SECURITY.md about tokens, parameters and names are what the search does.
@Suite struct SecurityPromiseTests {
    @Test func `the beginnings of tokens are those that are searched for`() throws {
        let promised = try SecurityPromises.quotedTexts(inRow: "a token or key of a known form")
        #expect(promised.sorted() == TokenForm.beginnings.sorted())
    }

    @Test func `the parameters are refused, also with a word before their names`() throws {
        let names = try SecurityPromises.quotedTexts(inRow: "a parameter whose name ends")
        #expect(names.count > 8)
        for name in names {
            let address = Array("https://h.example/a?a_\(name)=x".utf8)
            #expect(URLCredential(in: address) != nil, "\(name)")
        }
    }

    @Test func `the other parameters are refused by their whole names`() throws {
        let names = try SecurityPromises.quotedTexts(inRow: "a parameter `")
        #expect(names.count > 4)
        for name in names {
            let address = Array("https://h.example/a?\(name)=01234567890123456789".utf8)
            #expect(URLCredential(in: address) != nil, "\(name)")
        }
    }

    @Test func `the words in names of secrets are those that are compared`() throws {
        let promised = try SecurityPromises.quotedTexts(inRow: "a variable, of a Dockerfile too")
        #expect(promised.sorted() == (SecretName.words + SecretName.shortWords + ["_", "-"]).sorted())
    }

    @Test func `the ends of names of other things are those that are compared`() throws {
        let promised = try SecurityPromises.quotedTexts(inRow: "a name that ends in")
        #expect(promised.sorted() == SecretName.endings.sorted())
    }
}
