import AzureMLSupport
import Foundation
import TestSupport
import Testing
import Workspace

@Suite struct DamageTests {
    private let scratch: ScratchFolder
    private let store: any WorkspaceStore
    private let version = "ws/environments/env/1"

    init() async throws {
        scratch = try ScratchFolder()
        store = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws").store
        _ = try await store.add(.sample("env"), to: .environments)
        _ = try await store.add(.sample("whole"), to: .environments)
    }

    enum Damage: CaseIterable {
        case changed, missing, link, pipe, folder, registrationMissing, registrationBroken, registrationMisplaced
        case registrationClash, sequenceChanged, sequenceHuge, hashChanged, fileOutside
    }

    private func apply(_ damage: Damage) throws {
        let file = "\(version)/content.txt"
        let registration = "\(version)/registration.json"
        switch damage {
        case .changed: try scratch.write(file, "b")
        case .missing: try scratch.remove(file)
        case .link:
            try scratch.write("outside", "a")
            try scratch.remove(file)
            try scratch.link(file, to: "\(scratch.path)/outside")
        case .pipe:
            try scratch.remove(file)
            let result = unsafe mkfifo("\(scratch.path)/\(file)", 0o600)
            #expect(result == 0)
        case .folder:
            try scratch.remove(file)
            try scratch.makeFolder(file)
        case .registrationMissing: try scratch.remove(registration)
        case .registrationBroken: try scratch.write(registration, "{")
        case .registrationMisplaced: try replace("\"name\": \"env\"", "\"name\": \"whole\"")
        case .registrationClash: try scratch.write(registration, "<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n")
        case .sequenceChanged: try replace("\"sequence\": 1", "\"sequence\": 2")
        case .hashChanged: try replace("\"record_hash\": \"", "\"record_hash\": \"0")
        case .sequenceHuge: try replace("\"sequence\": 1", "\"sequence\": 9223372036854775807")
        case .fileOutside: try replace("\"content.txt\"", "\"../../../workspace.json\"")
        }
    }

    private func replace(_ old: String, _ new: String) throws {
        let registration = "\(version)/registration.json"
        let text = try scratch.read(registration)
        #expect(text.contains(old))
        try scratch.write(registration, text.replacingOccurrences(of: old, with: new))
    }

    @Test(arguments: Damage.allCases)
    func `a damaged version is reported and hides nothing else`(damage: Damage) async throws {
        try apply(damage)
        for version in ["1", nil] {
            let error = await #expect(throws: WorkspaceError.self) {
                try await store.document(named: "env", version: version, in: .environments)
            }
            #expect(error?.code == .damaged)
            #expect(error?.message.contains("/environments/env/1/") == true)
        }
        #expect(try await store.names(in: .environments).contains("whole"))
        #expect(try await store.document(named: "whole", version: nil, in: .environments) != nil)
        #expect(try await store.verify().map(\.code).contains("version-damaged"))
        // Storing still works: no content equals that of a damaged version, and its number stays taken.
        #expect(try await store.add(.sample("env"), to: .environments).version == "2")
        #expect(try await store.document(named: "env", version: nil, in: .environments)?.version == "2")
    }

    @Test func `a damaged version stays the latest without the hint`() async throws {
        _ = try await store.add(.sample("env", content: "b"), to: .environments)
        try scratch.remove("ws/environments/env/.local")
        try scratch.remove("ws/environments/env/2/registration.json")
        await #expect(throws: WorkspaceError.self) {
            try await store.document(named: "env", version: nil, in: .environments)
        }
        #expect(try await store.document(named: "env", version: "1", in: .environments) != nil)
    }

    @Test(arguments: ["environments", "environments/env", "environments/env/1"])
    func `a link inside the workspace is not followed`(name: String) async throws {
        try scratch.makeFolder("elsewhere")
        try FileManager.default.moveItem(atPath: "\(scratch.path)/ws/\(name)", toPath: "\(scratch.path)/elsewhere/x")
        try scratch.link("ws/\(name)", to: "\(scratch.path)/elsewhere/x")
        let before = try scratch.tree("elsewhere")
        let error = await #expect(throws: WorkspaceError.self) {
            try await store.document(named: "env", version: "1", in: .environments)
        }
        #expect(error?.code == .damaged)
        await #expect(throws: WorkspaceError.self) {
            try await store.add(.sample("env", version: "1", content: "b"), to: .environments)
        }
        #expect(try await store.verify().map(\.code) == ["version-damaged"])
        #expect(try scratch.tree("elsewhere") == before)
    }

    @Test func `a hint that contradicts the folder is ignored`() async throws {
        _ = try await store.add(.sample("env", content: "b"), to: .environments)
        let hint = try scratch.read("ws/environments/env/.local/latest.json")
        #expect(hint.contains("\"latest\": \"2\""))
        for (latest, highest) in [("../../whole/1", "2"), ("9", "2"), ("2", "1"), ("2", "\(Int.max)")] {
            let lie = hint.replacingOccurrences(of: "\"latest\": \"2\"", with: "\"latest\": \"\(latest)\"")
                .replacingOccurrences(of: "\"highest_number\": 2", with: "\"highest_number\": \(highest)")
            try scratch.write("ws/environments/env/.local/latest.json", lie)
            #expect(try await store.document(named: "env", version: nil, in: .environments)?.version == "2")
        }
    }

    @Test func `verify reports foreign files, shared sequences and names that differ only in case`() async throws {
        _ = try await store.add(.sample("Env"), to: .environments)
        _ = try await store.add(.sample("whole", content: "b"), to: .environments)
        try scratch.write("ws/environments/env/1/extra.txt", "")
        try scratch.write("ws/environments/env/notes.txt", "")
        try scratch.write("ws/environments/env/.notes", "")
        try scratch.write("ws/environments/notes.txt", "")
        // Another branch in version control assigned the same sequence.
        let branch = try await Workspace.create(name: "w", directory: "\(scratch.path)/branch").store
        _ = try await branch.add(.sample("whole", version: "2", content: "b"), to: .environments)
        try scratch.remove("ws/environments/whole/2")
        try scratch.copy("branch/environments/whole/2", to: "ws/environments/whole/2")
        let codes = try await store.verify().map(\.code.name).sorted()
        #expect(codes == Array(repeating: "file-foreign", count: 4) + ["name-differs-in-case", "sequence-shared"])
        // Of two versions with the same sequence, the one with the higher number is the latest.
        #expect(try await store.document(named: "whole", version: nil, in: .environments)?.version == "2")
    }
}
