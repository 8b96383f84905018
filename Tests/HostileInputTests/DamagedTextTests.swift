import Foundation
import HostileInput
import Testing

/// `AZUREML_FUZZ_INPUTS` is the number of damaged texts, and `AZUREML_FUZZ_SEED` their seed.
@Suite struct DamagedTextTests {
    @Test func `there are texts to damage`() throws {
        #expect(Seeds.samples.count > 20)
        #expect(try Seeds.specifications().count == 8)
        #expect(try Seeds.environments().count == 8)
    }

    @Test(arguments: try Seeds.all())
    func `every truncated text is read, edited and named, or refused with a location`(_ seed: Seeds.Seed) {
        for count in 0...seed.bytes.count {
            let text = Array(seed.bytes.prefix(count))
            expectNoViolations(in: text)
        }
    }

    @Test(arguments: 0..<8)
    func `damaged texts are read, edited and named, or refused with a location`(part: Int) throws {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["AZUREML_FUZZ_INPUTS"].flatMap { Int($0) } ?? 4000
        let seed = environment["AZUREML_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
        var mutator = TextMutator(seed: seed &* 8 &+ UInt64(part), seeds: try Seeds.all().map(\.bytes))
        for _ in 0..<(count / 8) { expectNoViolations(in: mutator.next()) }
    }

    private func expectNoViolations(in text: [UInt8]) {
        let violations = HostileInput.violations(of: text)
        #expect(violations.isEmpty, "\(violations)\n\(String(decoding: text, as: UTF8.self).debugDescription) \(text)")
    }
}
