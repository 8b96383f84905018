import Testing

@testable import CondaDependencies

@Suite struct DistributionFileNameTests {
    @Test func `the file name of a wheel is accepted`() throws {
        let text = "mine-1.0-py3-none-any.whl"
        let name = try #require(DistributionFileName(text))
        #expect(name == .wheel(try #require(WheelFileName(text))))
        #expect(name.text == text)
    }

    @Test func `the file name of a source distribution is accepted`() throws {
        let text = "mine-1.0.tar.gz"
        let name = try #require(DistributionFileName(text))
        #expect(name == .sourceDistribution(try #require(SourceDistributionFileName(text))))
        #expect(name.text == text)
    }

    @Test(arguments: ["", "mine.whl", "mine.tar.gz", "mine-1.0.exe"])
    func `any other name is rejected`(text: String) {
        #expect(DistributionFileName(text) == nil)
    }
}
