import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Workspace

/// Changes a workspace until it is done or killed, and reports each change as soon as the store returns from it.
///
/// Arguments: the workspace's folder, the writer's name, the changes to make, the number of the first round, the number
/// of rounds, and optionally the number of the disk operation before which the process kills itself. The changes are
/// `add`, `all`, or, for the existing versions with the numbers of the rounds, `label` or `remove`.
@main
struct StoreWriter {
    private let store: FileWorkspaceStore
    private let name: String

    static func main() async {
        do {
            try await run(CommandLine.arguments)
        } catch {
            FileHandle.standardError.write(Data("StoreWriter: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(_ arguments: [String]) async throws {
        guard arguments.count > 5, let first = Int(arguments[4]), let count = Int(arguments[5]) else {
            throw CocoaError(.fileReadUnknown)
        }
        let writer = StoreWriter(store: FileWorkspaceStore(path: arguments[1]), name: arguments[2])
        let lastStep = arguments.count > 6 ? Int(arguments[6]) : nil
        try await FileOperation.$observer.withValue(lastStep.map(ending)) {
            var previous: String?
            for round in first..<first + count {
                if arguments[3] == "label" || arguments[3] == "remove" {
                    try await writer.contend(arguments[3], "\(round)", round)
                    continue
                }
                let version = try await writer.add(round)
                guard arguments[3] == "all" else { continue }
                try await writer.change(version, round, previous: previous)
                previous = version
            }
        }
    }

    private func add(_ round: Int) async throws -> String {
        let content = "\(name).\(round)"
        let draft = DocumentDraft(name: "env", version: nil, contentHash: content, secretReferences: [:]) { version in
            [
                DocumentFile(name: "content.txt", bytes: Array(content.utf8)),
                DocumentFile(name: "version.txt", bytes: Array(version.utf8)),
            ]
        }
        let version = try await store.add(draft, to: .environments).version
        Self.answer("added", version, round)
        return version
    }

    /// Makes every kind of change to a version: moves the writer's label to it, archives and restores it, and deletes
    /// the previous version.
    private func change(_ version: String, _ round: Int, previous: String?) async throws {
        try await store.setLabels([name], version: version, of: "env", in: .environments)
        Self.answer("labelled", version, round)
        for isArchived in [true, false] {
            try await store.setArchived(isArchived, version: version, of: "env", in: .environments)
            Self.answer(isArchived ? "archived" : "restored", version, round)
        }
        guard let previous else { return }
        try await store.remove(version: previous, of: "env", in: .environments)
        Self.answer("removed", previous, round - 1)
    }

    /// Labels or deletes a version; another process that does the opposite can be faster.
    private func contend(_ change: String, _ version: String, _ round: Int) async throws {
        do {
            if change == "label" {
                try await store.setLabels(["\(name)-\(round)"], version: version, of: "env", in: .environments)
            } else {
                try await store.remove(version: version, of: "env", in: .environments)
            }
            Self.answer(change, version, round)
        } catch let error as WorkspaceError where [.versionDeleted, .versionLabelled].contains(error.code) {}
    }

    /// Writes each line with one system call, so that nothing is left in a buffer when the process is killed.
    private static func answer(_ change: String, _ version: String, _ round: Int) {
        FileHandle.standardOutput.write(Data("\(change) \(version) \(round)\n".utf8))
    }

    /// Kills the process with `SIGKILL` just before one of its disk operations.
    private static func ending(before last: Int) -> FileOperation.Observer {
        let steps = Counter()
        return { operation throws(FileSystemError) in
            guard operation.kind.changesDisk, steps.next() == last else { return }
            kill(getpid(), SIGKILL)
        }
    }
}
