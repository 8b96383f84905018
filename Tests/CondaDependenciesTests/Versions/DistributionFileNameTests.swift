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

    @Test(arguments: [
        ("https://example.org/numpy-1.26-cp39-cp39-linux_x86_64.whl", "numpy", "1.26"),
        ("./dist/a_b-1-2-py3-none-any.whl", "a_b", "1"),
        (#"C:\my-wheels\a-1-py3-none-any.whl"#, "a", "1"),
        ("https://example.org/a-1-py3-none-any.whl?x=y/z", "a", "1"),
        ("https://example.org/a-1-py3-none-any.whl#sha256=0", "a", "1"),
        ("https://example.org/torch-2.1.0%2Bcu118-cp310-cp310-linux_x86_64.whl", "torch", "2.1.0+cu118"),
        ("https://example.org/a-1.0.tar.gz#sha256=0", "a", "1.0"), ("./dist/a_b-2.zip", "a_b", "2"),
        ("https://example.org/a-b-1.0.post1.tar.gz", "a-b", "1.0.post1"),
        ("https://example.org/a-${VERSION}-py3-none-any.whl", "a", "${VERSION}"),
    ])
    func `a URL or path that ends with a file of a project gives its name and version`(
        location: String,
        distribution: String,
        version: String
    ) throws {
        let file = try #require(DistributionFileName(atEndOf: Array(location.utf8)[...]))
        #expect(file.distribution == distribution)
        #expect(file.version == version)
    }

    @Test(arguments: [
        "https://example.org/a.tar.gz", "https://example.org/x/archive/main.zip", "https://example.org/v1.0.tar.gz",
        "a.whl", "a-1-py3-none-any.whl/", "https://x-1-y-z-a.whl/b", "",
    ])
    func `a URL or path of anything else gives no name`(location: String) {
        #expect(DistributionFileName(atEndOf: Array(location.utf8)[...]) == nil)
    }
}
