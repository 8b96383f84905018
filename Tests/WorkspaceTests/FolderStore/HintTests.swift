import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

/// What the file system refuses is said with what to do about it.
@Suite struct HintTests {
    @Test(
        arguments: [
            (ENOSPC, FileOperation.Kind.write, "free some space on that disk and try again"),
            (EDQUOT, .createFile, "free some space on that disk and try again"),
            (EROFS, .createFile, "nothing can be written on that disk: choose a folder on another one"),
            (EACCES, .createFile, "give your user the right to write there, or choose another folder"),
            (EPERM, .rename, "give your user the right to write there, or choose another folder"),
            (EACCES, .read, "give your user the right to read it"),
            (ENAMETOOLONG, .createFolder, "choose a shorter name, or a folder with a shorter path"),
            (EMFILE, .openFolder, "close some files, or raise the limit of open ones: ulimit -n"),
            (EIO, .synchronize, nil),
        ] as [(Int32, FileOperation.Kind, String?)]
    )
    func `an error of the file system says what to do`(code: Int32, kind: FileOperation.Kind, hint: String?)
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
        #expect(error?.code == .fileSystem)
        #expect(error?.hint?.text == hint)
        #expect(error?.message.contains("\(scratch.path)/ws") == true)
    }
}
