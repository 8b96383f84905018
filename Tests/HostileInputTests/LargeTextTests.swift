import CondaDependencies
import Foundation
import HostileInput
import Testing

/// `AZUREML_LARGE_TEXT_BYTES` is the size of the texts; the limit for reading is 16777216.
@Suite struct LargeTextTests {
    private static let size =
        ProcessInfo.processInfo.environment["AZUREML_LARGE_TEXT_BYTES"].flatMap { Int($0) } ?? 1 << 14

    @Test(arguments: LargeTexts.shapes.map(\.name))
    func `a text that is expensive for its size is read, edited and named, or refused`(shape: String) throws {
        let text = try #require(LargeTexts.shapes.first { $0.name == shape }).make(Self.size)
        #expect(text.count <= Self.size && text.count > Self.size - 64)
        #expect(HostileInput.violations(of: text).isEmpty)
    }

    @Test func `aliases that expand to more values than fit in memory are refused`() {
        #expect(HostileInput.violations(of: LargeTexts.aliasBomb).isEmpty)
        let text = String(decoding: LargeTexts.aliasBomb, as: UTF8.self)
        #expect(throws: CondaDependenciesError.self) { try CondaDependencies(yaml: text) }
    }
}
