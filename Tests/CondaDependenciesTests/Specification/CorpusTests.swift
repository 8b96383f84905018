import HostileInput
import Testing

@testable import CondaDependencies

/// Reads real conda files. Set `CONDA_CORPUS` to a folder of such files; the fixtures are always read.
@Suite struct CorpusTests {
    static let files = Fixture.specifications + (Fixture.corpus ?? [])

    @Test func `the folder of real files is read if it is set`() {
        #expect(Fixture.specifications.count == 8)
        guard let corpus = Fixture.corpus else {
            print("CONDA_CORPUS is not set: only the \(Fixture.specifications.count) fixtures were read.")
            return
        }
        print("CONDA_CORPUS: \(corpus.count) real conda files and \(Fixture.specifications.count) fixtures are read.")
        #expect(!corpus.isEmpty)
    }

    @Test(arguments: files)
    func `a real file is kept byte for byte`(_ file: Fixture.File) throws {
        #expect(try CondaDependencies(parsing: file.bytes, file: file.name).bytes == file.bytes)
    }

    @Test(arguments: files)
    func `mutating a real file keeps data and lines, and does nothing the second time`(_ file: Fixture.File) throws {
        let original = try CondaDependencies(parsing: file.bytes, file: file.name)
        let mutated = try original.mutated()
        let name = try original.environmentName
        #expect(mutated.sortedMembers(without: ["name"]) == original.sortedMembers(without: ["name"]))
        #expect(mutated.asDict()["name"].string == name)
        #expect(try mutated.mutated().bytes == mutated.bytes)
        let isFlow = original.serializeToString().contains("{name:")
        guard !isFlow else { return }
        #expect(lines(of: mutated) == lines(of: original))
    }

    /// Returns all lines except the name's, sorted. They have no line ends, because the last line may lack one, and
    /// another line may become the last.
    private func lines(of dependencies: CondaDependencies) -> [String] {
        SpecificationLines.lines(of: dependencies).map { $0.replacing("\u{FEFF}", with: "") }
            .filter { !$0.hasPrefix("name:") }.sorted()
    }
}
