import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

/// File systems report a taken name in different ways: sshfs reports the lack of a permission.
@Suite struct TakenNameTests {
    private let scratch: ScratchFolder
    private let store: any WorkspaceStore

    init() async throws {
        scratch = try ScratchFolder()
        store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        _ = try await store.add(.sample(content: "a"), to: .environments)
    }

    @Test(arguments: [EPERM, EACCES, EIO], [nil, "2"])
    func `a version that another writer took is noticed, whatever the error`(code: Int32, version: String?) async throws
    {
        try scratch.copy("ws", to: "other")
        _ = try await FileWorkspaceStore(path: "\(scratch.path)/other")
            .add(.sample(content: "theirs"), to: .environments)
        let path = scratch.path
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            guard step.kind == .rename, step.path == "\(path)/ws/environments/env/2" else { return }
            try? FileManager.default.copyItem(atPath: "\(path)/other/environments/env/2", toPath: step.path)
            throw FileSystemError(step.kind, step.path, .system(code))
        }
        func add() async throws -> String {
            try await FileOperation.$observer.withValue(observer) {
                try await store.add(.sample(version: version, content: "ours"), to: .environments).version
            }
        }
        if version == nil {
            #expect(try await add() == "3")
        } else {
            let error = await #expect(throws: WorkspaceError.self) { try await add() }
            #expect(error?.code == .versionConflict)
        }
        #expect(try await store.verify() == [])
    }

    @Test(arguments: [EPERM, EACCES]) func `a real lack of permission is reported`(code: Int32) async throws {
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            guard step.kind == .rename, step.path.hasSuffix("/environments/env/2") else { return }
            throw FileSystemError(step.kind, step.path, .system(code))
        }
        let error = await #expect(throws: WorkspaceError.self) {
            try await FileOperation.$observer.withValue(observer) {
                try await store.add(.sample(content: "b"), to: .environments)
            }
        }
        #expect(error?.code == .fileSystemFailed)
        #expect(error?.hint?.contains("permission to write") == true)
    }

    @Test(arguments: [EPERM, EACCES])
    func `a folder or file that another process made first is used, whatever the error`(code: Int32) async throws {
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            let isFolder = step.kind == .createFolder && step.path.hasSuffix("/environments/new")
            let isLock = step.kind == .createFile && step.path.hasSuffix("/changes.lock")
            guard isFolder || isLock else { return }
            if isFolder {
                try? FileManager.default.createDirectory(atPath: step.path, withIntermediateDirectories: false)
            } else {
                _ = FileManager.default.createFile(atPath: step.path, contents: nil)
            }
            throw FileSystemError(step.kind, step.path, .system(code))
        }
        try await FileOperation.$observer.withValue(observer) {
            let added = try await store.add(.sample("new"), to: .environments)
            #expect(added.version == "1")
            try await store.setLabels(["prod"], version: "1", of: "new", in: .environments)
        }
        #expect(try await store.version(labelled: "prod", of: "new", in: .environments) == "1")
    }
}
