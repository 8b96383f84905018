import AzureMLSystem
import CondaDependencies
import Foundation
import TestSupport
import Testing

@testable import Environment

/// What the system's errors lead to when environments are saved and loaded.
@Suite struct FolderRefusalTests {
    @Test(arguments: ["new", "parent/new"])
    func `a save that the disk has no space for says so, and leaves no folder that refuses the next`(
        name: String
    ) async throws {
        var (step, wasReached) = (0, true)
        while wasReached {
            let folder = try ScratchFolder()
            let path = "\(folder.path)/\(name)"
            let interruption = Interruption(at: step, .diskFull)
            do {
                _ = try await interruption.during { try Environment(name: "x").saveToDirectory(path: path) }
            } catch let error as EnvironmentError {
                #expect(error.code == .fileUnwritable)
                #expect(error.hint == "free some space on that disk and try again")
                #expect(!folder.exists(name), "step \(step)")
                try Environment(name: "x").saveToDirectory(path: path)
            }
            wasReached = interruption.wasReached
            step += 1
        }
        #expect(step > 5)
    }

    @Test func `a save that fails keeps a folder that was there`() async throws {
        let folder = try ScratchFolder()
        let interruption = Interruption(at: 0, .allFromHere)
        await #expect(throws: EnvironmentError.self) {
            _ = try await interruption.during {
                try Environment(name: "x").saveToDirectory(path: folder.path, overwrite: true)
            }
        }
        #expect(try folder.names() == [])
    }

    private static let readers: [@Sendable (String) throws -> Void] = [
        { _ = try Environment.loadFromDirectory(path: $0) },
        { _ = try Environment.fromPipRequirements(name: "x", filePath: "\($0)/requirements.txt") },
        { _ = try Environment.fromCondaSpecification(name: "x", filePath: "\($0)/environment.yml") },
        { _ = try Environment.fromDockerfile(name: "x", dockerfile: "\($0)/BaseDockerfile") },
    ]

    @Test(arguments: readers.indices, [EACCES, EMFILE])
    func `the advice on a file that the system refuses to read follows from its error`(
        reader: Int,
        code: Int32
    ) throws {
        let folder = try ScratchFolder()
        try Environment(name: "x").saveToDirectory(path: folder.path, overwrite: true)
        try folder.write("requirements.txt", "numpy\n")
        try folder.write("environment.yml", "dependencies:\n- python=3.8\n")
        try folder.write("BaseDockerfile", "FROM a\n")
        try Self.readers[reader](folder.path)
        let observer: FileOperation.Observer = { step throws(FileSystemError) in
            if step.kind == .read { throw FileSystemError(step.kind, step.path, .system(code)) }
        }
        let error = #expect(throws: (any Error).self) {
            try FileOperation.$observer.withValue(observer) { try Self.readers[reader](folder.path) }
        }
        let hint = (error as? EnvironmentError)?.hint ?? (error as? CondaDependenciesError)?.hint
        #expect(
            hint
                == (code == EACCES
                    ? "give your user permission to read it"
                    : "close some files, or raise the limit on open files: ulimit -n")
        )
    }

    @Test(arguments: [("/no/such.txt", "check the path"), ("no-such.txt", "check the path; it is relative to '")])
    func `a missing file is relative to the working directory only if its path is`(path: String, hint: String) {
        let error = #expect(throws: CondaDependenciesError.self) {
            try Environment.fromPipRequirements(name: "x", filePath: path)
        }
        #expect(error?.hint?.hasPrefix(hint) == true)
        #expect((error?.hint == hint) == path.hasPrefix("/"))
    }
}
