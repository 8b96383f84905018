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
}
