import Foundation
import TestSupport
import Testing

@Suite struct LinkedLibrariesTests {
    #if os(Linux)
    /// With all of Foundation, a process starts in 6.6 instead of 4 milliseconds.
    @Test func `a program that uses the SDK loads FoundationEssentials and not all of Foundation`() async throws {
        let program = SamplesTests.productsFolder.appending(path: "LinkedProgram").path
        let text = try await TestProgram.text("ldd", [program])
        let libraries = text.split(separator: "\n").compactMap { $0.split(whereSeparator: \.isWhitespace).first }
        #expect(libraries.contains { $0.hasPrefix("libyaml") }, "\(text)")
        #expect(libraries.filter { $0.contains("Foundation") } == ["libFoundationEssentials.so"], "\(text)")
    }
    #endif
}
