import AzureMLSupport
import Foundation
import TestSupport
import Workspace

/// Changes a workspace through the public interface until it is done or killed, and reports each change as soon as the
/// call for it has returned.
///
/// Arguments: the folder of a ``StormPlace``, the writer's name, a ``StormWork``, the number of the first round, and
/// the number of rounds.
@main
struct StormWriter {
    let place: StormPlace
    let name: String
    let workspace: Workspace

    static func main() async {
        do {
            try await run(CommandLine.arguments)
        } catch {
            FileHandle.standardError.write(Data("StormWriter \(CommandLine.arguments.dropFirst()): \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(_ arguments: [String]) async throws {
        guard arguments.count == 6, let work = StormWork(rawValue: arguments[3]), let first = Int(arguments[4]),
            let count = Int(arguments[5])
        else { throw CocoaError(.fileReadUnknown) }
        let place = StormPlace(path: arguments[1])
        let workspace = try await Workspace.get(name: "storm", directory: place.workspace)
        let writer = StormWriter(place: place, name: arguments[2], workspace: workspace)
        let rounds = first..<first + count
        if work == .versions { return try await writer.changeVersions(rounds) }
        for round in rounds { try await writer.work(work, round) }
    }

    private func work(_ work: StormWork, _ round: Int) async throws {
        switch work {
        case .versions: break
        case .label: try await labelContested(round)
        case .delete: try await deleteContested(round)
        case .export: try await export(round)
        case .import: try await importWorkspaces(round)
        case .wheel: try await addWheels(round)
        case .build: try await build(round)
        }
    }

    /// Writes each line with one system call, so that nothing is left in a buffer when the process is killed.
    func report(_ change: String, _ subject: String, _ round: Int) {
        FileHandle.standardOutput.write(Data("\(change) \(subject) \(round)\n".utf8))
    }
}
