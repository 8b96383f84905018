import AzureMLSystem
import CondaDependencies
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Environment

/// Folders that several programs save to, or load from, at the same time.
///
/// A lock belongs to an open folder, so threads exclude each other as processes do.
@Suite struct FolderSharingTests {
    /// Returns an environment whose files differ from those of another one, but whose definition does not.
    private func environment(_ text: String) throws -> Environment {
        var environment = Environment(name: "x")
        environment.docker.baseImage = nil
        environment.docker.baseDockerfile = "FROM \(text)\n"
        try environment.python.condaDependencies.addPipPackage(text)
        return environment
    }

    @Test func `programs that save to one folder at the same time wait for each other`() throws {
        let folder = try ScratchFolder()
        let path = "\(folder.path)/shared"
        let environments = try ["first", "second", "third"].map(environment)
        let failures = Mutex<[String]>([])
        for _ in 0..<5 {
            DispatchQueue.concurrentPerform(iterations: environments.count * 3) { index in
                do {
                    try environments[index % environments.count].saveToDirectory(path: path, overwrite: true)
                } catch {
                    failures.withLock { $0.append("\(error)") }
                }
            }
            #expect(try environments.contains(Environment.loadFromDirectory(path: path)))
        }
        #expect(failures.withLock(\.self) == [])
        #expect(
            try folder.names(in: "shared") == ["BaseDockerfile", "azureml_environment.json", "conda_dependencies.yml"]
        )
    }

    @Test func `of programs that save to one new folder at the same time exactly one succeeds`() throws {
        let folder = try ScratchFolder()
        let environments = try ["first", "second", "third"].map(environment)
        for round in 0..<100 {
            let path = "\(folder.path)/\(round)/new"
            let saved = Mutex<[Int]>([])
            let failures = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: environments.count) { index in
                do {
                    try environments[index].saveToDirectory(path: path)
                    saved.withLock { $0.append(index) }
                } catch {
                    failures.withLock { $0.append((error as? EnvironmentError)?.code.name ?? "\(error)") }
                }
            }
            let winner = try #require(saved.withLock(\.self).first)
            #expect(saved.withLock(\.count) == 1, "round \(round)")
            #expect(failures.withLock(\.self) == ["environment-folder-exists", "environment-folder-exists"])
            #expect(try Environment.loadFromDirectory(path: path) == environments[winner])
        }
    }

    @Test(arguments: [true, false])
    func `a folder that another program saves to before this one has the lock is not overwritten`(
        otherOverwrites: Bool
    ) throws {
        let (own, other) = (try environment("own"), try environment("other"))
        var refusals = 0
        for step in 0..<30 {
            let folder = try ScratchFolder()
            let path = "\(folder.path)/new"
            let state = Mutex((count: 0, isPast: false, isSaved: false))
            let observer: FileOperation.Observer = { operation throws(FileSystemError) in
                let isNow = state.withLock { state in
                    let isNow = state.count == step && !state.isPast
                    state.count += 1
                    if operation.kind == .lock { state.isPast = true }
                    if isNow { state.isSaved = true }
                    return isNow
                }
                guard isNow else { return }
                let isTaken = (try? other.saveToDirectory(path: path, overwrite: otherOverwrites)) == nil
                if isTaken { state.withLock { $0.isSaved = false } }
            }
            var isOwnSaved = true
            do {
                try FileOperation.$observer.withValue(observer) { _ = try own.saveToDirectory(path: path) }
            } catch let error as EnvironmentError {
                #expect(error.code == .folderExists)
                isOwnSaved = false
                refusals += 1
            }
            #expect(isOwnSaved != state.withLock(\.isSaved), "step \(step)")
            #expect(try Environment.loadFromDirectory(path: path) == (isOwnSaved ? own : other))
        }
        #expect((3..<30).contains(refusals))
    }

    @Test func `a folder that is loaded while another program saves to it gives one of the environments`() throws {
        let folder = try ScratchFolder()
        let environments = try ["first", "second"].map(environment)
        try environments[0].saveToDirectory(path: folder.path, overwrite: true)
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 3) { index in
            do {
                if index == 0 {
                    for round in 0..<20 {
                        try environments[round % 2].saveToDirectory(path: folder.path, overwrite: true)
                    }
                    return
                }
                for _ in 0..<100 {
                    let loaded = try Environment.loadFromDirectory(path: folder.path)
                    if !environments.contains(loaded) { failures.withLock { $0.append("mixed") } }
                }
            } catch {
                failures.withLock { $0.append("\(error)") }
            }
        }
        #expect(failures.withLock(\.self) == [])
    }

    /// As on a file system without locks.
    @Test func `a save without a lock during loading gives one of the environments, or an error`() throws {
        let (old, new) = (try environment("old"), try environment("new"))
        let files = SerializedDefinition(new, secrets: .revealed).files
        var outcomes: Set<String> = []
        for step in 0..<30 {
            let folder = try ScratchFolder()
            try old.saveToDirectory(path: folder.path, overwrite: true)
            let count = Mutex(0)
            let observer: FileOperation.Observer = { _ throws(FileSystemError) in
                let isNow = count.withLock { count in
                    defer { count += 1 }
                    return count == step
                }
                if isNow { try files.replaceFiles(in: Directory(path: folder.path)) }
            }
            do {
                let loaded = try FileOperation.$observer.withValue(observer) {
                    try Environment.loadFromDirectory(path: folder.path)
                }
                #expect(loaded == old || loaded == new, "step \(step)")
                outcomes.insert(loaded == old ? "old" : "new")
            } catch let error as EnvironmentError {
                #expect(error.message.contains("changed while it was loaded"))
                outcomes.insert("refused")
            }
        }
        #expect(outcomes == ["old", "new", "refused"])
    }

    @Test func `a folder that may not be listed or written is loaded`() throws {
        let folder = try ScratchFolder()
        try environment("a").saveToDirectory(path: folder.path, overwrite: true)
        func permit(_ permissions: Int) throws {
            try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: folder.path)
        }
        defer { try? permit(0o700) }
        for permissions in [0o500, 0o100] {
            try permit(permissions)
            #expect(try Environment.loadFromDirectory(path: folder.path) == environment("a"))
        }
    }
}
