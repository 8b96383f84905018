import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

/// Workspaces in which names with capital letters have the short hashes of earlier versions of the SDK.
@Suite struct FormerNameTests {
    private let scratch: ScratchFolder
    private let workspace: Workspace
    private var store: any WorkspaceStore { workspace.store }

    init() async throws {
        scratch = try ScratchFolder()
        workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws")
        for version in ["V1", "V2"] {
            _ = try await store.add(.sample("Case", version: version, content: version), to: .environments)
        }
        try await store.setLabels(["Prod"], version: "V1", of: "Case", in: .environments)
        try await store.setArchived(true, version: "V2", of: "Case", in: .environments)
    }

    /// Gives every file and folder the name that it had in earlier versions.
    private func rename() throws {
        let root = "\(scratch.path)/ws/environments"
        let paths = try scratch.tree("ws/environments").filter { $0.contains("~") && !$0.contains(".local") }
        for path in paths.sorted(by: { $0.count > $1.count }) {
            let name = LocalPath.lastComponent(of: path)
            guard let end = name.firstIndex(of: "~") else { continue }
            let former = "\(name[...end])\(name[end...].dropFirst().prefix(8))"
            try FileManager.default.moveItem(
                atPath: "\(root)/\(path)",
                toPath: "\(root)/\(LocalPath.split("/\(path)").folder)/\(former)"
            )
        }
    }

    @Test func `every call finds what is stored under former names`() async throws {
        try rename()
        let before = try scratch.names(in: "ws/environments")
        #expect(before == ["Case~15f86e24"])
        #expect(try await store.names(in: .environments) == ["Case"])
        #expect(try await store.document(named: "Case", version: nil, in: .environments)?.version == "V1")
        #expect(try await store.version(labelled: "Prod", of: "Case", in: .environments) == "V1")
        #expect(try await store.verify() == [])
        let equal = try await store.add(.sample("Case", version: "V1", content: "V1"), to: .environments)
        #expect(equal.version == "V1")
        let conflict = await #expect(throws: WorkspaceError.self) {
            try await store.add(.sample("Case", version: "V1", content: "other"), to: .environments)
        }
        #expect(conflict?.code == .versionConflict)
        _ = try await store.add(.sample("Case", version: "V3", content: "V3"), to: .environments)
        try await store.setArchived(false, version: "V2", of: "Case", in: .environments)
        try await store.setLabels(["Prod"], version: "V3", of: "Case", in: .environments)
        try await store.remove(version: "V1", of: "Case", in: .environments)
        let history = try await store.history(of: "Case", in: .environments)
        #expect(history.map(\.version) == ["V2", "V3"])
        #expect(history.map(\.labels) == [[], ["Prod"]])
        #expect(history.allSatisfy { !$0.isArchived })
        #expect(try await store.verify() == [])
        #expect(try scratch.names(in: "ws/environments") == before)
        try await workspace.exportWorkspace(path: "\(scratch.path)/w.tar")
        let copy = try await Workspace.importWorkspace(path: "\(scratch.path)/w.tar", directory: "\(scratch.path)/copy")
        #expect(try await copy.store.history(of: "Case", in: .environments) == history)
    }

    @Test func `verify reports a name that has both folders`() async throws {
        try scratch.copy("ws", to: "old")
        try rename()
        try scratch.copy("ws/environments/Case~15f86e24", to: "old/environments/Case~15f86e24")
        let findings = try await FileWorkspaceStore(path: "\(scratch.path)/old").verify()
        #expect(findings.map(\.code) == ["name-stored-twice"])
    }

    /// As after a merge of a branch in which an earlier version of the SDK stored the same names.
    private func mergeFormer(_ path: String) throws {
        let end = try #require(path.lastIndex(of: "~"))
        try scratch.copy(path, to: "\(path[...end])\(path[end...].dropFirst().prefix(8))")
    }

    @Test func `a version or label that is stored twice counts once, and verify reports it`() async throws {
        let entry = try "ws/environments/" + #require(scratch.names(in: "ws/environments").first)
        let (versions, labels) = (try scratch.names(in: entry), try scratch.names(in: "\(entry)/.labels"))
        try mergeFormer("\(entry)/\(try #require(versions.first { $0.hasPrefix("V1~") }))")
        let label = "\(entry)/.labels/\(try #require(labels.first))"
        try mergeFormer(label)
        let former = try #require(scratch.names(in: "\(entry)/.labels").first)
        try scratch.write("\(entry)/.labels/\(former)", "{\"label\": \"Prod\", \"version\": \"V2\"}")
        let history = try await store.history(of: "Case", in: .environments)
        #expect(history.map(\.version) == ["V1", "V2"])
        #expect(history.map(\.labels) == [["Prod"], []])
        let visited = try await store.map(.all, meeting: nil, in: .environments) { $0.version }
        #expect(visited.unreadable.isEmpty)
        #expect(visited.results == ["V1", "V2"])
        let findings = try await store.verify()
        #expect(findings.map(\.code) == ["version-stored-twice", "label-stored-twice"])
        #expect(findings.map(\.severity) == [.warning, .warning])
        #expect(findings.last?.location?.file == "\(scratch.path)/\(entry)/.labels/\(former)")
        // What can be found can also be changed.
        try await store.setLabels([], version: "V1", of: "Case", in: .environments)
        try await store.setLabels([], version: "V2", of: "Case", in: .environments)
        #expect(try await store.version(labelled: "Prod", of: "Case", in: .environments) == nil)
    }

    @Test func `a name that is stored twice is listed and visited once`() async throws {
        try mergeFormer("ws/environments/\(try #require(scratch.names(in: "ws/environments").first))")
        #expect(try scratch.names(in: "ws/environments").count == 2)
        #expect(try await store.names(in: .environments) == ["Case"])
        for selection in [VersionSelection.latest, .all] {
            let visited = try await store.map(selection, meeting: nil, in: .environments) { $0.version }
            #expect(visited.unreadable.isEmpty)
            #expect(visited.results == (selection == .latest ? ["V1"] : ["V1", "V2"]))
        }
    }

    @Test func `names that differ in case only differ in many digits`() throws {
        let hash = EncodedName.encode(try DocumentName("Case", kind: "name")).drop { $0 != "~" }.dropFirst()
        #expect(hash.count * 4 >= 64)
    }
}
