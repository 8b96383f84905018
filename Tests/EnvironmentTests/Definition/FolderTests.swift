import AzureMLSupport
import AzureMLSystem
import CondaDependencies
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Environment

@Suite struct FolderTests {
    @Test(arguments: Fixture.names)
    func `a folder that azureml-core saved is saved again byte for byte`(name: String) throws {
        let saved = Fixture.path("saved/\(name)")
        let folder = try ScratchFolder()
        try Environment.loadFromDirectory(path: saved).saveToDirectory(path: "\(folder.path)/again")
        let files = try folder.names(in: "again")
        try #require(files.contains("azureml_environment.json"))
        for file in EnvironmentFiles.names {
            let expected = try? Fixture.bytes("saved/\(name)/\(file)")
            #expect(files.contains(file) == (expected != nil), "\(file)")
            guard let expected else { continue }
            #expect(try folder.bytes("again/\(file)") == expected, "\(file)")
        }
    }

    @Test(arguments: Fixture.names)
    func `a saved folder has the same content as the definition`(name: String) throws {
        let loaded = try Environment.loadFromDirectory(path: Fixture.path("saved/\(name)"))
        #expect(try loaded.definition == Fixture.json("\(name).json"))
    }

    @Test func `an existing folder is used only with overwrite`() throws {
        let folder = try ScratchFolder()
        let environment = Environment(name: "x")
        let error = try #require(throws: EnvironmentError.self) { try environment.saveToDirectory(path: folder.path) }
        #expect(error.code == .folderExists)
        #expect(try folder.names(in: "").isEmpty)
        try environment.saveToDirectory(path: folder.path, overwrite: true)
        #expect(try folder.names(in: "") == ["azureml_environment.json", "conda_dependencies.yml"])
    }

    @Test(arguments: [Interruption.Kind.diskFull, .allFromHere])
    func `a save that is cut short leaves the old environment, the new one or an error`(
        _ kind: Interruption.Kind
    ) async throws {
        var old = Environment(name: "old")
        old.docker.baseDockerfile = "FROM old\n"
        old.docker.baseImage = nil
        var new = Environment(name: "new")
        try new.python.condaDependencies.addPipPackage("numpy")
        var outcomes: Set<String> = []
        var (step, wasReached) = (0, true)
        while wasReached {
            let folder = try ScratchFolder()
            try old.saveToDirectory(path: folder.path, overwrite: true)
            let interruption = Interruption(at: step, kind)
            _ = try? await interruption.during { try new.saveToDirectory(path: folder.path, overwrite: true) }
            wasReached = interruption.wasReached
            step += 1
            do {
                let loaded = try Environment.loadFromDirectory(path: folder.path)
                #expect(loaded == old || loaded == new, "step \(step)")
                outcomes.insert(loaded.name)
            } catch let error as EnvironmentError {
                #expect(error.code == .fileUnreadable && error.message.contains("not saved to the end"))
                outcomes.insert("refused")
            }
            try new.saveToDirectory(path: folder.path, overwrite: true)
            #expect(try Environment.loadFromDirectory(path: folder.path) == new)
            #expect(try folder.names() == ["azureml_environment.json", "conda_dependencies.yml"])
        }
        #expect(outcomes.isSuperset(of: ["old", "new"]) && step > 10)
        #expect((kind == .allFromHere) == outcomes.contains("refused"))
    }

    /// Whether loading a folder whose save was cut short is refused; otherwise checks that one of these environments is
    /// there as a whole.
    private func isRefused(_ folder: ScratchFolder, unless environments: [Environment]) throws -> Bool {
        do {
            let loaded = try Environment.loadFromDirectory(path: folder.path)
            #expect(environments.contains(loaded))
            return false
        } catch let error as EnvironmentError where error.message.contains("not saved to the end") {
            return true
        }
    }

    /// What the advice for a half-saved folder leads to: the files with such names get their own names again.
    private func restored(_ folder: ScratchFolder) throws -> Environment {
        let copy = try ScratchFolder()
        for name in try folder.names() { try copy.copy(from: "\(folder.path)/\(name)", to: name) }
        for name in EnvironmentFiles.names {
            for former in [".\(name).replaced", ".\(name).replacing"] where copy.exists(former) {
                try copy.write(name, copy.bytes(former))
            }
        }
        return try Environment.loadFromDirectory(path: copy.path)
    }

    @Test(arguments: [true, false])
    func `saves that are cut short one after the other never mix environments`(hasOldDockerfile: Bool) async throws {
        var old = Environment(name: "old")
        try old.python.condaDependencies.addPipPackage("numpy")
        var new = Environment(name: "new")
        var docker = DockerSection()
        docker.baseImage = nil
        docker.baseDockerfile = "FROM a\n"
        if hasOldDockerfile { old.docker = docker } else { new.docker = docker }
        var newest = Environment(name: "newest")
        try newest.python.condaDependencies.addPipPackage("pandas")
        let folder = try ScratchFolder()
        var refused = 0
        var (first, wasReached) = (0, true)
        while wasReached {
            for second in stride(from: first % 5, to: 45, by: 5) {
                for name in try folder.names() { try folder.remove(name) }
                try old.saveToDirectory(path: folder.path, overwrite: true)
                // A leftover of an earlier save.
                try folder.write(".conda_dependencies.yml.replaced", "dependencies: [oldest]")
                let killed = Interruption(at: first, .allFromHere)
                _ = try? await killed.during { try new.saveToDirectory(path: folder.path, overwrite: true) }
                wasReached = killed.wasReached
                for kind in [Interruption.Kind.diskFull, .allFromHere] {
                    let isRefusedAtFirst = try isRefused(folder, unless: [old, new, newest])
                    let next = Interruption(at: second, kind)
                    _ = try? await next.during { try newest.saveToDirectory(path: folder.path, overwrite: true) }
                    guard try isRefused(folder, unless: [old, new, newest]), isRefusedAtFirst else { continue }
                    refused += 1
                    if hasOldDockerfile { #expect(try restored(folder) == old, "steps \(first) and \(second)") }
                }
            }
            first += 1
        }
        #expect(refused > 10)
    }

    @Test func `the definition is put in place when the other files are on the disk`() throws {
        let folder = try ScratchFolder()
        try Environment(name: "old").saveToDirectory(path: folder.path, overwrite: true)
        let steps = Mutex<[FileOperation]>([])
        try FileOperation.$observer.withValue({ step in steps.withLock { $0.append(step) } }) {
            try Environment(name: "new").saveToDirectory(path: folder.path, overwrite: true)
        }
        let all = steps.withLock(\.self)
        func last(_ kind: FileOperation.Kind, _ name: String) throws -> Int {
            try #require(all.lastIndex { $0.kind == kind && $0.path == "\(folder.path)\(name)" })
        }
        let definition = try last(.rename, "/azureml_environment.json")
        let others = try last(.rename, "/conda_dependencies.yml")
        #expect(others < definition)
        #expect(all[others..<definition].contains { $0.kind == .synchronize && $0.path == folder.path })
        #expect(all[definition...].contains { $0.kind == .synchronize && $0.path == folder.path })
    }

    @Test func `overwriting removes the files of the previous environment`() throws {
        let folder = try ScratchFolder()
        try folder.write("notes.txt", "mine")
        var environment = Environment(name: "x")
        environment.docker.baseDockerfile = "FROM a\n"
        try environment.saveToDirectory(path: folder.path, overwrite: true)
        #expect(try folder.names(in: "").contains("BaseDockerfile"))
        environment.docker.baseImage = "ubuntu:22.04"
        environment.python.condaDependencies = .empty
        try environment.saveToDirectory(path: folder.path, overwrite: true)
        #expect(try folder.names(in: "") == ["azureml_environment.json", "notes.txt"])
        #expect(try Environment.loadFromDirectory(path: folder.path) == environment)
    }

    @Test func `saved files are readable only by their owner, and contain plain secrets but no references`() throws {
        let folder = try ScratchFolder()
        var environment = Environment(name: "x")
        environment.docker.baseImageRegistry.password = "plain"
        environment.r = RSection()
        environment.r?.githubPackages = [RGitHubPackage(repository: "a/b", authToken: .environmentVariable("TOKEN"))]
        try environment.saveToDirectory(path: folder.path, overwrite: true)
        for name in try folder.names(in: "") { #expect(try folder.permissions(name) == 0o600) }
        let saved = try JSONValue(parsing: folder.bytes("azureml_environment.json"))
        #expect(saved["docker"]["baseImageRegistry"]["password"].string == "plain")
        #expect(saved["r"]["githubPackages"][0]["authToken"].isNull)
    }

    @Test func `a specification without Python is not saved`() throws {
        let folder = try ScratchFolder()
        var environment = Environment(name: "x")
        environment.python.condaDependencies = try CondaDependencies(yaml: "dependencies:\n- numpy\n")
        let path = "\(folder.path)/new"
        let error = try #require(throws: EnvironmentError.self) { try environment.saveToDirectory(path: path) }
        #expect(error.code == .pythonMissing)
        #expect(try folder.names(in: "").isEmpty)
    }

    @Test func `a definition whose conda file is missing is loaded with a warning`() throws {
        let folder = try ScratchFolder()
        try Environment(name: "x").saveToDirectory(path: folder.path, overwrite: true)
        #expect(try Environment.loadFromDirectory(path: folder.path).diagnostics.isEmpty)
        try FileManager.default.removeItem(atPath: "\(folder.path)/conda_dependencies.yml")
        let diagnostic = try Environment.loadFromDirectory(path: folder.path).diagnostics.first
        #expect(diagnostic?.code.name == "conda-file-missing")
        #expect(diagnostic?.location?.file == "\(folder.path)/conda_dependencies.yml")
    }

    @Test func `the error for a missing folder names the expected file`() throws {
        let error = try #require(throws: EnvironmentError.self) { try Environment.loadFromDirectory(path: "/no/such") }
        #expect(error.code == .fileUnreadable)
        #expect(error.location?.file == "/no/such/azureml_environment.json")
    }

    @Test func `the error for a damaged definition names the file and the line`() throws {
        let folder = try ScratchFolder()
        try folder.write("azureml_environment.json", "{\n  \"name\": x\n}")
        let error = try #require(throws: JSONError.self) { try Environment.loadFromDirectory(path: folder.path) }
        #expect(error.location?.file == "\(folder.path)/azureml_environment.json")
        #expect(error.location?.line == 2)
    }

    @Test func `a Dockerfile beside a base image keeps both, and an empty one does not count`() throws {
        let folder = try ScratchFolder()
        try Environment(name: "x").saveToDirectory(path: folder.path, overwrite: true)
        try folder.write("BaseDockerfile", "")
        #expect(try Environment.loadFromDirectory(path: folder.path).docker.baseImage != nil)
        try folder.write("BaseDockerfile", "FROM a\r\n")
        let loaded = try Environment.loadFromDirectory(path: folder.path)
        #expect(loaded.docker.baseImage == DockerSection.defaultCPUImage)
        #expect(loaded.docker.baseDockerfile.map { Array($0.utf8) } == Array("FROM a\r\n".utf8))
        try loaded.saveToDirectory(path: folder.path, overwrite: true)
        #expect(try Environment.loadFromDirectory(path: folder.path) == loaded)
    }

    @Test func `references to secrets are not saved, plain secrets are, and each is reported`() throws {
        let folder = try ScratchFolder()
        var environment = Environment(name: "x")
        environment.docker.baseImageRegistry.password = .environmentVariable("PASSWORD")
        environment.r = RSection()
        environment.r?.githubPackages = [RGitHubPackage(repository: "a/b", authToken: .file("/run/token"))]
        let diagnostics = try environment.saveToDirectory(path: folder.path, overwrite: true)
        #expect(diagnostics.map(\.code) == ["secret-reference-not-saved", "secret-reference-not-saved"])
        #expect(
            diagnostics.map(\.location?.file) == ["docker.baseImageRegistry.password", "r.githubPackages[0].authToken"]
        )
        #expect(try Environment.loadFromDirectory(path: folder.path).docker.baseImageRegistry.password == nil)
        environment.docker.baseImageRegistry.password = "plain"
        environment.r = nil
        let plain = try environment.saveToDirectory(path: folder.path, overwrite: true)
        #expect(plain.map(\.code) == ["secret-in-clear-text"])
        #expect(plain.first?.location?.file == "\(folder.path)/azureml_environment.json")
        environment.docker.baseImageRegistry.password = nil
        #expect(try environment.saveToDirectory(path: folder.path, overwrite: true) == [])
    }

    @Test func `temporary files of a killed process are removed, but none of the user's files`() throws {
        let folder = try ScratchFolder()
        try folder.write(".azureml-tmp-0123456789abcdef", "secret")
        let kept = [".azureml-tmp-notes", ".tmp-0123456789abcdef"]
        for name in kept { try folder.write(name, "mine") }
        try Environment(name: "x").saveToDirectory(path: folder.path, overwrite: true)
        #expect(
            try folder.names(in: "") == kept + ["azureml_environment.json", "conda_dependencies.yml"]
        )
    }

    @Test func `a file that the system refuses to inspect is an EnvironmentError`() throws {
        let folder = try ScratchFolder()
        try Environment(name: "x").saveToDirectory(path: folder.path, overwrite: true)
        let path = folder.path
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            guard step.kind == .inspect, step.path.hasSuffix("BaseDockerfile") else { return }
            throw FileSystemError(step.kind, step.path, .system(EACCES))
        }
        FileOperation.$observer.withValue(observer) {
            let error = #expect(throws: EnvironmentError.self) { try Environment.loadFromDirectory(path: path) }
            #expect(error?.code == .fileUnreadable)
            #expect(error?.location?.file == "\(path)/BaseDockerfile")
        }
    }
}
