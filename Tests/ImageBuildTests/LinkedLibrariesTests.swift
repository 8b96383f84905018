import Foundation
import Testing

@Suite struct LinkedLibrariesTests {
    #if os(Linux)
    /// With all of Foundation, a process starts in 6.6 instead of 4 milliseconds.
    @Test func `a program that uses the SDK loads FoundationEssentials and not all of Foundation`() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["ldd", SamplesTests.productsFolder.appending(path: "LinkedProgram").path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let libraries = text.split(separator: "\n").compactMap { $0.split(whereSeparator: \.isWhitespace).first }
        #expect(libraries.contains { $0.hasPrefix("libyaml") }, "\(text)")
        #expect(libraries.filter { $0.contains("Foundation") } == ["libFoundationEssentials.so"], "\(text)")
    }
    #endif
}
