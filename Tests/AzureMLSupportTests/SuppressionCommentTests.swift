import AzureMLSupport
import Testing

@Suite struct SuppressionCommentTests {
    private enum Catalogue: String, DiagnosticCatalogue {
        case stray = "stray-item"
        case other = "other-item"
    }

    private static func diagnostic(_ kind: Catalogue, line: Int?) -> Diagnostic {
        kind.diagnostic(.warning, english: "e", japanese: "j", at: SourceLocation(file: "f", line: line))
    }

    @Test(arguments: [
        ("a\n", 1, false), ("a # azureml: ignore stray-item\n", 1, true),
        ("# azureml: ignore stray-item\na\n", 2, true),
        ("# azureml: ignore stray-item\n\na\n", 3, false), ("a\n# azureml: ignore stray-item\n", 1, false),
        ("a # azureml: ignore other-item, stray-item\n", 1, true),
        ("a #azureml: ignore other-item stray-item", 1, true),
        ("a # azureml: ignore\n", 1, false), ("a\nb # azureml: ignore stray-item\nc\n", 3, false),
        ("a # azureml: ignorestray-item\n", 1, false), ("  # azureml: ignore stray-item\na\n", 2, true),
        ("a # azureml: ignore stray\n", 1, false),
        ("a # azureml ignore stray-item\n", 1, false), ("a # see azureml: ignore stray-item\n", 1, false),
        ("a # why # azureml: ignore stray-item\r\n", 1, true),
        ("a # azureml: ignore stray-item # because\n", 1, true), ("a # azureml: ignore stray-item (see 3)\n", 1, true),
        ("\u{FEFF}# azureml: ignore stray-item\na\n", 2, true), ("a azureml: ignore stray-item\n", 1, false),
        ("\n\n# azureml: ignore stray-item\n", nil, true), ("\n\n# azureml: ignore other-item\n", nil, false),
    ])
    func `a comment on the line or the line above suppresses the code that it names`(
        _ text: String,
        _ line: Int?,
        _ isSuppressed: Bool
    ) {
        let comments = SuppressionComments(in: Array(text.utf8), canFollowText: true)
        let diagnostics = [Self.diagnostic(.stray, line: line), Self.diagnostic(.other, line: 99)]
        #expect(comments.removingSuppressed(diagnostics) == (isSuppressed ? [diagnostics[1]] : diagnostics))
    }

    @Test func `a comment after text counts only in languages that have such comments`() {
        let diagnostics = [Self.diagnostic(.stray, line: 1), Self.diagnostic(.stray, line: 3)]
        let text = Array("COPY a # azureml: ignore stray-item\n# azureml: ignore stray-item\nCOPY b\n".utf8)
        let comments = SuppressionComments(in: text, canFollowText: false)
        #expect(comments.removingSuppressed(diagnostics) == [diagnostics[0]])
    }

    @Test func `lines are counted as the text's language counts them`() {
        let text = Array("a\r# azureml: ignore stray-item\rb".utf8)
        let diagnostic = Self.diagnostic(.stray, line: 3)
        let comments = SuppressionComments(in: text, canFollowText: true, lineBreakLength: { $0[$1] == 0x0D ? 1 : 0 })
        #expect(comments.removingSuppressed([diagnostic]) == [])
        #expect(SuppressionComments(in: text, canFollowText: true).removingSuppressed([diagnostic]) == [diagnostic])
    }
}
