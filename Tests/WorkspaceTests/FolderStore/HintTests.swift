import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

/// Errors of the file system come with a hint.
@Suite struct HintTests {
    @Test(
        arguments: [
            (ENOSPC, FileOperation.Kind.write, "free some space on that disk and try again"),
            (EDQUOT, .createFile, "free some space on that disk and try again"),
            (EROFS, .createFile, "that disk is read-only: choose a folder on another one"),
            (EACCES, .createFile, "give your user permission to write there, or choose another folder"),
            (EPERM, .rename, "give your user permission to write there, or choose another folder"),
            (EACCES, .read, "give your user permission to read it"),
            (ENAMETOOLONG, .createFolder, "choose a shorter name, or a folder with a shorter path"),
            (EMFILE, .openFolder, "close some files, or raise the limit on open files: ulimit -n"),
            (EIO, .synchronize, nil),
        ] as [(Int32, FileOperation.Kind, String?)]
    )
    func `a file system error has a hint that says what to do`(code: Int32, kind: FileOperation.Kind, hint: String?)
        async throws
    {
        let scratch = try ScratchFolder()
        let workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws")
        _ = try await workspace.store.add(.sample(), to: .environments)
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            if step.kind == kind { throw FileSystemError(step.kind, step.path, .system(code)) }
        }
        let error = await #expect(throws: WorkspaceError.self) {
            try await FileOperation.$observer.withValue(observer) {
                _ = try await workspace.store.add(.sample("other"), to: .environments)
                _ = try await workspace.store.names(in: .environments)
            }
        }
        #expect(error?.code == .fileSystemFailed)
        #expect(error?.hint == hint)
        #expect(error?.message.contains("\(scratch.path)/ws") == true)
    }
}
