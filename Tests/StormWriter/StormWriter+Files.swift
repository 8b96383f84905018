import AzureMLSupport
import Environment
import Foundation
import TestSupport
import Workspace

extension StormWriter {
    /// Exports to a file of its own, to one that another process wants as well, and to one that all of them replace.
    func export(_ round: Int) async throws {
        try await export(to: "\(name)-\(round).tar", round)
        do {
            try await export(to: "contested-\(round).tar", round)
        } catch let error as WorkspaceError where error.code == .exportExists {}
        try await workspace.exportWorkspace(path: place.latestExport, overwrite: true)
        report("replaced", "latest.tar", round)
    }

    private func export(to fileName: String, _ round: Int) async throws {
        try await workspace.exportWorkspace(path: "\(place.exports)/\(fileName)")
        report("exported", fileName, round)
    }

    /// Imports into a folder of its own, into one that another process wants as well, and from the export file that
    /// other processes replace.
    func importWorkspaces(_ round: Int) async throws {
        try await importWorkspace(place.source, into: "\(name)-\(round)", round)
        do {
            try await importWorkspace(place.source, into: "contested-\(round)", round)
        } catch let error as WorkspaceError where error.code == .alreadyExists {}
        guard FileManager.default.fileExists(atPath: place.latestExport) else { return }
        try await importWorkspace(place.latestExport, into: "\(name)-latest-\(round)", round)
    }

    private func importWorkspace(_ file: String, into folder: String, _ round: Int) async throws {
        _ = try await Workspace.importWorkspace(path: file, directory: "\(place.imports)/\(folder)")
        report("imported", folder, round)
    }

    /// Adds a wheel whose name another process uses for other content, and one whose name it may share.
    func addWheels(_ round: Int) async throws {
        do {
            try await addWheel("contested-\(round)-py3-none-any.whl", round, existOK: false)
        } catch let error as EnvironmentError where error.code == .wheelRefused {}
        try await addWheel("shared-1.0-py3-none-any.whl", round, existOK: true)
    }

    private func addWheel(_ fileName: String, _ round: Int, existOK: Bool) async throws {
        let folder = "\(place.wheels)/\(name)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(StormPlace.content(name, round).utf8).write(to: URL(filePath: "\(folder)/\(fileName)"))
        let reference = try await Environment.addPrivatePipWheel(
            workspace: workspace,
            filePath: "\(folder)/\(fileName)",
            existOK: existOK
        )
        report(existOK ? "kept" : "added", reference, round)
    }
}
