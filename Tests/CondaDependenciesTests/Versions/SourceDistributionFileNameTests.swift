import Testing

@testable import CondaDependencies

@Suite struct SourceDistributionFileNameTests {
    @Test(arguments: [
        "mine-1.0.tar.gz", "mev-competition-0.1.9.tar.gz", "EthTx-0.0.3.tar.gz", "a_b.c-2.zip", "a-1.0rc1.post2.tar.gz",
        "torch-2.1.0+cu118.tar.gz", "3d-1.tar.gz",
    ])
    func `the file name of a source distribution is accepted`(name: String) {
        #expect(SourceDistributionFileName(name)?.text == name)
    }

    @Test(arguments: [
        "", "mine.tar.gz", "mine-.tar.gz", "-1.0.tar.gz", "mine-1.0", "mine-1.0.tar.bz2", "mine-1.0.TAR.GZ",
        "mine-x.tar.gz",
        ".mine-1.0.tar.gz", "mi ne-1.0.tar.gz", "mi/ne-1.0.tar.gz", "mine-1.0\n.tar.gz", "mine-1.0.tar.gz\0",
        "mine-1%2F.zip",
        "mïne-1.0.tar.gz", "\(String(repeating: "a", count: 255))-1.0.tar.gz",
    ])
    func `any other name is rejected`(name: String) {
        #expect(SourceDistributionFileName(name) == nil)
    }
}
