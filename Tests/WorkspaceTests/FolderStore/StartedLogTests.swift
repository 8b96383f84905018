import AzureMLSupport
import AzureMLSystem
import Foundation
import Synchronization
import TestSupport
import Testing
import Workspace

/// Logs that builds start while other processes look at them.
@Suite struct StartedLogTests {
    @Test func `a log can be started while another process looks whether it is locked`() async throws {
        let scratch = try ScratchFolder()
        let store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        let looking = Mutex<FileHandle?>(nil)
        let observer: FileOperation.Observer = { operation throws(FileSystemError) in
            guard operation.kind == .lock, operation.path.hasSuffix(".log") else { return }
            looking.withLock { file in
                guard file == nil else { return }
                file = FileHandle(forReadingAtPath: operation.path)
                if let file { flock(file.fileDescriptor, LOCK_SH) }
            }
        }
        let log = try await FileOperation.$observer.withValue(observer) { try await store.startLog() }
        try #require(looking.withLock { $0 != nil })
        try await log.append("one")
        #expect(try await store.log(named: log.name) == Array("one\n".utf8))
        #expect(try await store.isBeingWritten(logNamed: log.name))
        #expect(try scratch.names(in: "ws/.local/builds") == [log.name])
    }
}
