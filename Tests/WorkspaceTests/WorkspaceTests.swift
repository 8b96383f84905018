import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

@Suite struct WorkspaceTests {
    @Test func `a created workspace is found by its name`() async throws {
        let scratch = try ScratchFolder()
        try await ProcessContext.$injected.withValue(scratch.context()) {
            let created = try await Workspace.create(name: "laptop")
            #expect(created.directory == "\(scratch.path)/home/.azureml/workspaces/laptop")
            let opened = try await Workspace.get(name: "laptop")
            #expect(opened.id == created.id)
            #expect(opened.subscriptionID == "00000000-0000-0000-0000-000000000000")
            #expect(opened.resourceGroup == "local")
            #expect(opened.location == "local")
            #expect(try scratch.read("home/.azureml/workspaces/laptop/.gitattributes") == "* -text\n")
            #expect(try scratch.read("home/.azureml/workspaces/laptop/.gitignore") == "!*\n.local/\n")
        }
    }

    @Test func `a token in the name of a workspace is never shown`() throws {
        let token = "ghp_canary0123456789canary"
        let workspace = try Workspace.inMemory(name: token)
        var dumped = ""
        dump(workspace, to: &dumped)
        for text in ["\(workspace)", String(reflecting: workspace), dumped] {
            #expect(!text.contains("canary"), "\(text)")
            #expect(text.contains("Workspace.create(name='***"), "\(text)")
        }
        #expect(workspace.name == token)
    }

    @Test func `the identifiers of a workspace are kept`() async throws {
        let scratch = try ScratchFolder()
        try await ProcessContext.$injected.withValue(scratch.context(["AZUREML_WORKSPACES": "\(scratch.path)/all"])) {
            _ = try await Workspace.create(
                name: "Team",
                subscriptionID: "S-1",
                resourceGroup: "group",
                location: "japaneast"
            )
            #expect(scratch.exists("all/Team/workspace.json"))
            let opened = try Workspace(subscriptionID: "s-1", resourceGroup: "GROUP", workspaceName: "Team")
            let details = try await opened.getDetails()
            #expect(details["location"].string == "japaneast")
            #expect(details["workspaceid"].string == opened.id)
            #expect(
                details["id"].string
                    == "/subscriptions/S-1/resourceGroups/group/providers/Microsoft.MachineLearningServices/workspaces/Team"
            )
            #expect(
                opened.assetID(of: "env", version: "3", in: .environments)
                    == "azureml://locations/japaneast/workspaces/\(opened.id)/environments/env/versions/3"
            )
        }
    }

    @Test(arguments: [("s-2", "group", "subscription"), ("s-1", "other", "resource group")])
    func `a workspace with other identifiers is refused`(subscription: String, group: String, named: String)
        async throws
    {
        let scratch = try ScratchFolder()
        try await ProcessContext.$injected.withValue(scratch.context()) {
            _ = try await Workspace.create(name: "w", subscriptionID: "s-1", resourceGroup: "group")
            let error = #expect(throws: WorkspaceError.self) {
                try Workspace(subscriptionID: subscription, resourceGroup: group, workspaceName: "w")
            }
            #expect(error?.code == .identityDiffers)
            #expect(error?.message.contains("its \(named) is") == true)
        }
    }

    @Test func `the error for a missing workspace names its folder and the line that creates it`() async throws {
        let scratch = try ScratchFolder()
        try await ProcessContext.$injected.withValue(scratch.context()) {
            let error = await #expect(throws: WorkspaceError.self) { try await Workspace.get(name: "absent") }
            #expect(error?.code == .notFound)
            #expect(error?.message == "there is no workspace in '\(scratch.path)/home/.azureml/workspaces/absent'")
            #expect(error?.hint == "try await Workspace.create(name: \"absent\")")
            #expect(!scratch.exists("home/.azureml"))
        }
    }

    @Test func `creating an existing workspace is an error unless existOK is set`() async throws {
        let scratch = try ScratchFolder()
        try await ProcessContext.$injected.withValue(scratch.context()) {
            let first = try await Workspace.create(name: "w", directory: "ws")
            let error = await #expect(throws: WorkspaceError.self) {
                try await Workspace.create(name: "w", directory: "ws")
            }
            #expect(error?.code == .alreadyExists)
            let again = try await Workspace.create(name: "w", directory: "ws", existOK: true)
            #expect(again.id == first.id)
            let other = await #expect(throws: WorkspaceError.self) {
                try await Workspace.create(name: "other", directory: "ws", existOK: true)
            }
            #expect(other?.code == .identityDiffers)
        }
    }

    @Test func `a folder that contains other files does not become a workspace`() async throws {
        let scratch = try ScratchFolder()
        try scratch.write("project/ws/notes.txt", "mine")
        try await ProcessContext.$injected.withValue(scratch.context()) {
            let error = await #expect(throws: WorkspaceError.self) {
                try await Workspace.create(name: "w", directory: "ws", existOK: true)
            }
            #expect(error?.code == .directoryNotEmpty)
            #expect(error?.message.contains("'notes.txt'") == true)
            let tree = try scratch.tree("project/ws")
            #expect(tree == ["notes.txt"])
        }
    }

    @Test(arguments: ["", ".", "..", "../../x", "a/b", "a\nb", String(repeating: "a", count: 300)])
    func `a hostile workspace name changes nothing on the disk`(name: String) async throws {
        let scratch = try ScratchFolder()
        try await ProcessContext.$injected.withValue(scratch.context()) {
            await #expect(throws: WorkspaceError.self) { try await Workspace.create(name: name) }
            await #expect(throws: WorkspaceError.self) { try await Workspace.get(name: name) }
            let tree = try scratch.tree()
            #expect(tree == ["home", "project"])
        }
    }

    @Test func `concurrent creations create one workspace`() async throws {
        let scratch = try ScratchFolder()
        let context = try scratch.context()
        let identifiers = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    try await ProcessContext.$injected.withValue(context) {
                        try await Workspace.create(name: "w", existOK: true).id
                    }
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(identifiers.count == 1)
    }

    @Test func `a list leaves out folders that cannot be opened`() async throws {
        let scratch = try ScratchFolder()
        try await ProcessContext.$injected.withValue(scratch.context(["AZUREML_WORKSPACES": "\(scratch.path)/all"])) {
            #expect(try await Workspace.list().isEmpty)
            _ = try await Workspace.create(name: "a")
            _ = try await Workspace.create(name: "b")
            try scratch.write("all/broken/workspace.json", "{")
            try scratch.write("all/notes.txt", "")
            try scratch.write("all/copy/workspace.json", scratch.read("all/a/workspace.json"))
            try scratch.write("all/later/workspace.json", "{\"format\": 2}")
            try scratch.makeFolder("all/empty")
            #expect(try await Workspace.list().keys.sorted() == ["a", "b"])
            let copy = await #expect(throws: WorkspaceError.self) { try await Workspace.get(name: "copy") }
            #expect(copy?.code == .identityDiffers)
        }
    }

    @Test(arguments: [EACCES, EIO])
    func `a list leaves out a forbidden workspace, and fails on other read errors`(code: Int32) async throws {
        let scratch = try ScratchFolder()
        try await ProcessContext.$injected.withValue(scratch.context()) {
            for name in ["a", "b"] { _ = try await Workspace.create(name: name) }
            let observer: FileOperation.Observer = { step throws(FileSystemError) in
                guard step.path.hasSuffix("/b/workspace.json") else { return }
                throw FileSystemError(step.kind, step.path, .system(code))
            }
            await FileOperation.$observer.withValue(observer) {
                let listed = try? await Workspace.list().keys.sorted()
                #expect(listed == (code == EACCES ? ["a"] : nil))
                let error = await #expect(throws: WorkspaceError.self) { try await Workspace.get(name: "b") }
                #expect(error?.hint == (code == EACCES ? "give your user permission to read it" : nil))
            }
        }
    }

    /// A file system allows 255 bytes; the encoded name is 80 bytes of the escaped name and 32 digits from sha256sum.
    @Test(arguments: [
        (String(repeating: "a", count: 255), String(repeating: "a", count: 255)),
        (String(repeating: "語", count: 85), String(repeating: "語", count: 85)),
        (
            String(repeating: "語", count: 86),
            "%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9"
                + "~b358f1c9882d2c04f7416d5b5bab676d"
        ),
        (
            String(repeating: "語", count: 255),
            "%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9e%e8%aa%9"
                + "~4a6cb9a50fd7c1e3bef92279aa7527d8"
        ),
    ])
    func `a workspace may have any name of 255 characters`(name: String, folder: String) async throws {
        let scratch = try ScratchFolder()
        try await ProcessContext.$injected.withValue(scratch.context()) {
            let workspace = try await Workspace.create(name: name)
            #expect(scratch.exists("home/.azureml/workspaces/\(folder)/workspace.json"))
            #expect(try await Workspace.get(name: name).id == workspace.id)
            #expect(try await Workspace.list()[name]?.id == workspace.id)
            try workspace.writeConfig()
            #expect(try Workspace.fromConfig().id == workspace.id)
        }
    }

    @Test(arguments: [
        ("{\"format\": 2}", ErrorCode<WorkspaceError>.formatUnknown, "has format 2"),
        ("{\"format\": 1,\n]", .damaged, "damaged"),
        ("{\"format\": 1}", .damaged, "the member 'name' is missing"),
        ("{}", .damaged, "the member 'format' is missing"),
    ])
    func `the error for an unusable workspace file gives the reason`(
        text: String,
        code: ErrorCode<WorkspaceError>,
        reason: String
    ) async throws {
        let scratch = try ScratchFolder()
        try scratch.write("ws/workspace.json", text)
        let error = await #expect(throws: WorkspaceError.self) {
            try await Workspace.get(name: "w", directory: "\(scratch.path)/ws")
        }
        #expect(error?.code == code)
        #expect(error?.message.contains(reason) == true)
        #expect(error?.location?.file == "\(scratch.path)/ws/workspace.json")
    }

    @Test func `deleting removes the files of the workspace and nothing else`() async throws {
        let scratch = try ScratchFolder()
        let workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/ws")
        _ = try await workspace.store.add(.sample(), to: .environments)
        try scratch.write("ws/notes.txt", "mine")
        try scratch.write("ws/image-digests.json", "{}")
        try await workspace.delete()
        #expect(try scratch.tree("ws") == ["notes.txt"])
        let error = await #expect(throws: WorkspaceError.self) { try await workspace.getDetails() }
        #expect(error?.code == .notFound)

        let other = try await Workspace.create(name: "w", directory: "\(scratch.path)/other")
        try await other.delete()
        #expect(!scratch.exists("other"))
    }

    @Test func `a refused creation removes nothing from the folder`() async throws {
        let scratch = try ScratchFolder()
        try scratch.write("home/.local/tmp-0123456789abcdef/work", "theirs")
        try scratch.write("home/notes.txt", "theirs")
        let error = await #expect(throws: WorkspaceError.self) {
            try await Workspace.create(name: "w", directory: "\(scratch.path)/home", existOK: true)
        }
        #expect(error?.code == .directoryNotEmpty)
        #expect(try scratch.read("home/.local/tmp-0123456789abcdef/work") == "theirs")
    }
}
