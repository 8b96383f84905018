import Foundation
import Testing

@testable import AzureMLSystem

@Suite struct CommandInputTests {
    @Test(arguments: [0, 3, 4096, 4097]) func `the input of a program is not inherited by other programs`(
        _ count: Int
    ) throws {
        let bytes = [UInt8](repeating: 7, count: count)
        let descriptor = try CommandInput.descriptor(reading: bytes)
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        #expect(fcntl(descriptor, F_GETFD) & FD_CLOEXEC != 0)
        #expect(try file.readToEnd().map(Array.init) ?? [] == bytes)
    }
}
