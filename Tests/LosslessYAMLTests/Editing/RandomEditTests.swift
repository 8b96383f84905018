import HostileInput
import Testing

@Suite struct RandomEditTests {
    @Test(arguments: 0..<200)
    func `after every edit the text reads back as the edited data, and no other text is lost`(seed: Int) {
        for text in SampleTexts.all {
            #expect(HostileInput.documentViolations(of: Array(text.utf8), seed: UInt64(seed)) == [])
        }
    }
}
