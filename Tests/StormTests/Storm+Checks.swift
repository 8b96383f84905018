import AzureMLSupport
import AzureMLSystem
import Environment
import ImageBuild
import TestSupport
import Testing
import Workspace

/// The promises that must hold when all processes have ended.
extension Storm {
    func check() async throws {
        try await checkVersions()
        try await checkContestedVersions()
        try await checkExports()
        try await checkImports()
        try await checkWheels()
        try await checkBuilds()
        try await checkBuildRecords()
    }

    private func checkVersions() async throws {
        let name = StormPlace.versionsName
        let history = try await workspace.environments.history(of: name)
        let deleted = ledger.subjects("deleted")
        let perhapsDeleted = ledger.perhapsDeleted
        for entry in ledger.entries(["registered"]) {
            let isThere = history.contains { $0.version == entry.subject }
            #expect(!isThere || !deleted.contains(entry.subject), "\(entry)")
            guard !deleted.contains(entry.subject), isThere || !perhapsDeleted.contains(entry.subject) else { continue }
            let stored = try await Environment.get(workspace: workspace, name: name, version: entry.subject)
            #expect(stored.environmentVariables["CONTENT"] == entry.content)
        }
        let restored = ledger.subjects("restored")
        for version in history where restored.contains(version.version) { #expect(!version.isArchived) }
        for entry in ledger.entries(["labelled"]) {
            let labelled = try await Environment.get(workspace: workspace, name: name, label: entry.writer)
            let content = try #require(labelled.environmentVariables["CONTENT"])
            #expect(content.hasPrefix("\(entry.writer)."))
            #expect(content.split(separator: ".").last.flatMap { Int($0) } ?? -1 >= entry.round, "\(entry)")
        }
    }

    private func checkContestedVersions() async throws {
        let history = try await workspace.environments.history(of: StormPlace.contestedName)
        let labelled = ledger.subjects("label")
        let deleted = ledger.subjects("delete")
        #expect(labelled.isDisjoint(with: deleted))
        let present = Set(history.map(\.version))
        #expect(deleted.isDisjoint(with: present))
        for version in labelled {
            #expect(history.contains { $0.version == version && !$0.labels.isEmpty }, "\(version)")
        }
    }

    /// Every export file is whole, whether or not it was reported.
    private func checkExports() async throws {
        let names = try scratch.names(in: "exports").filter { !$0.hasPrefix(".") }
        #expect(ledger.subjects("exported").union(ledger.subjects("replaced")).isSubset(of: names))
        expectNoneTwice(ledger.entries(["exported"]))
        // Several at the same time, because most of the time is spent waiting for the disk.
        try await withThrowingTaskGroup(of: Void.self) { group in
            for name in names { group.addTask { try await checkExport(name) } }
            try await group.waitForAll()
        }
    }

    private func checkExport(_ name: String) async throws {
        let folder = "\(scratch.path)/checked/\(name)"
        let copy = try await Workspace.importWorkspace(path: "\(place.exports)/\(name)", directory: folder)
        let findings = try await copy.verify()
        #expect(findings.filter { $0.severity != .info }.map(\.description) == [], "\(name)")
        try await copy.delete()
    }

    /// Every imported workspace is whole, whether or not it was reported.
    private func checkImports() async throws {
        let names = try scratch.names(in: "imports").filter { !$0.hasPrefix(".") }
        #expect(ledger.subjects("imported").isSubset(of: names))
        expectNoneTwice(ledger.entries(["imported"]))
        for name in names {
            let isLatest = name.contains("latest")
            let copy = try await Workspace.get(
                name: isLatest ? "storm" : "source",
                directory: "\(place.imports)/\(name)"
            )
            let findings = try await copy.verify()
            #expect(findings.filter { $0.severity != .info }.map(\.description) == [], "\(name)")
            guard !isLatest else { continue }
            let history = try await copy.environments.history(of: StormPlace.versionsName)
            #expect(history.map(\.labels) == [["stable"]])
            #expect(try scratch.tree("imports/\(name)/wheels").contains { $0.hasSuffix("/mine-1.0-py3-none-any.whl") })
        }
    }

    private func checkWheels() async throws {
        for entry in ledger.entries(["added", "kept"]) {
            let parts = entry.subject.split(separator: "/").suffix(2).map(String.init)
            let blob = BlobName(collection: .wheels, sha256: parts[0], fileName: parts[1])
            let bytes = try await workspace.store.blob(blob, limit: BlobName.maximumSize)
            #expect(bytes == Array(entry.content.utf8), "\(entry)")
        }
        // Only one of two files of the same name, whether or not it was reported.
        let files = try scratch.tree("ws/wheels").filter { $0.contains("/contested-") }
        let names = files.compactMap { $0.split(separator: "/").last }
        #expect(Set(names).count == names.count)
        #expect(ledger.subjects("added").count == ledger.entries(["added"]).count)
    }

    private func expectNoneTwice(_ entries: [StormLedger.Entry]) {
        let subjects = entries.map(\.subject)
        #expect(Set(subjects).count == subjects.count)
    }
}
