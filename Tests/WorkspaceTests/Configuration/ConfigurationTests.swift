import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing
import Workspace

@Suite struct ConfigurationTests {
    private static let places = [
        ".azureml/config.json", ".azureml/project.json", "aml_config/config.json", "aml_config/project.json",
        "config.json", "project.json",
    ]

    private static func text(_ name: String) -> String {
        "{\"subscription_id\": null, \"resource_group\": \"\", \"workspace_name\": \"\(name)\"}"
    }

    /// azureml-core searches for each location up to the root before it tries the next one.
    @Test(arguments: places.indices, [true, false])
    func `an earlier location wins, even in a parent folder`(position: Int, isEarlierAbove: Bool) async throws {
        let scratch = try ScratchFolder()
        try await ProcessContext.$injected.withValue(scratch.context(current: "parent/project")) {
            for name in ["wanted", "other"] { _ = try await Workspace.create(name: name) }
            let folders = isEarlierAbove ? ("parent/", "parent/project/") : ("parent/project/", "parent/")
            try scratch.write(folders.0 + Self.places[position], Self.text("wanted"))
            for later in Self.places.dropFirst(position + 1) {
                try scratch.write(folders.1 + later, Self.text("other"))
            }
            #expect(try Workspace.fromConfig().name == "wanted")
        }
    }

    @Test func `of two files in the same location, the nearer one wins`() async throws {
        let scratch = try ScratchFolder()
        try await ProcessContext.$injected.withValue(scratch.context(current: "parent/project")) {
            for name in ["near", "far"] { _ = try await Workspace.create(name: name) }
            try scratch.write("parent/.azureml/config.json", Self.text("far"))
            try scratch.write("parent/project/.azureml/config.json", Self.text("near"))
            #expect(try Workspace.fromConfig().name == "near")
            #expect(try Workspace.fromConfig(path: "..").name == "far")
            #expect(try Workspace.fromConfig(path: "../.azureml/config.json").name == "far")
        }
    }

    @Test(arguments: [
        "{\"Id\": null, \"Scope\": \"/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w\"}",
        "{\"subscription_id\": \"s\", \"resource_group\": \"g\", \"workspace_name\": \"w\", \"unknown\": 1}",
        "{\"Scope\": \"/subscriptions//resourceGroups//providers/Microsoft.MachineLearningServices/workspaces/w\"}",
        "{\"Scope\": \"\", \"subscription_id\": null, \"resource_group\": null, \"workspace_name\": \"w\"}",
    ])
    func `both forms of a configuration file are read`(text: String) async throws {
        let scratch = try ScratchFolder()
        try scratch.write("project/config.json", text)
        try await ProcessContext.$injected.withValue(scratch.context()) {
            _ = try await Workspace.create(name: "w", subscriptionID: "s", resourceGroup: "g")
            #expect(try Workspace.fromConfig().name == "w")
        }
    }

    @Test(arguments: [
        ("{\n  \"a\": ]", ":2:8: error:"), ("[]", "not a JSON object"),
        ("{}", "no 'subscription_id', no 'resource_group'"),
        ("{\"Scope\": \"/subscriptions/s\"}", "'Scope' is not"), ("{\"Scope\": 1}", "'Scope' is not a string"),
        (
            "{\"subscription_id\": 1, \"resource_group\": \"\", \"workspace_name\": \"w\"}",
            "'subscription_id' is not a string"
        ),
        (text(""), "does not name a workspace"), (text("../x"), "separates folders"),
    ])
    func `the error for an unusable configuration names its file and the reason`(text: String, reason: String) throws {
        let scratch = try ScratchFolder()
        try scratch.write("project/.azureml/config.json", text)
        try ProcessContext.$injected.withValue(scratch.context()) {
            let error = #expect(throws: WorkspaceError.self) { try Workspace.fromConfig() }
            #expect(error.map { "\($0)".contains(reason) } == true)
            #expect(error?.code == .configurationInvalid)
            #expect(error?.location?.file == "\(scratch.path)/project/.azureml/config.json")
        }
    }

    @Test func `the error for a missing configuration has a hint that creates one`() throws {
        let scratch = try ScratchFolder()
        try ProcessContext.$injected.withValue(scratch.context()) {
            let error = #expect(throws: WorkspaceError.self) { try Workspace.fromConfig() }
            #expect(error?.code == .configurationNotFound)
            #expect(error?.message.contains("in '\(scratch.path)/project' or a folder above it") == true)
            #expect(error?.hint == "try await Workspace.create(name: \"…\", existOK: true).writeConfig()")
            let tree = try scratch.tree()
            #expect(tree == ["home", "project"])
        }
    }

    @Test func `the error for a configuration whose workspace is missing names both paths`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("project/config.json", Self.text("gone"))
        try ProcessContext.$injected.withValue(scratch.context()) {
            let error = #expect(throws: WorkspaceError.self) { try Workspace.fromConfig() }
            #expect(error?.code == .notFound)
            #expect(error?.message.contains("\(scratch.path)/home/.azureml/workspaces/gone") == true)
            #expect(error?.message.contains("\(scratch.path)/project/config.json") == true)
            #expect(error?.hint == "try await Workspace.create(name: \"gone\")")
        }
    }

    @Test(arguments: [
        ("project", "project/ws", "ws"), ("project", "ws", "../ws"), ("project", "project", "."),
        ("a/b", "c/ws", "../../c/ws"),
    ])
    func `a written configuration leads to its workspace`(project: String, directory: String, written: String)
        async throws
    {
        let scratch = try ScratchFolder()
        try await ProcessContext.$injected.withValue(scratch.context(current: project)) {
            let workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/\(directory)")
            let file = try workspace.writeConfig()
            #expect(file == "\(scratch.path)/\(project)/.azureml/config.json")
            #expect(
                try scratch.read("\(project)/.azureml/config.json") == """
                    {
                        "subscription_id": "00000000-0000-0000-0000-000000000000",
                        "resource_group": "local",
                        "workspace_name": "w",
                        "workspace_directory": "\(written)"
                    }

                    """
            )
            #expect(try Workspace.fromConfig().id == workspace.id)
        }
    }

    @Test(
        arguments: [
            ([], nil, ".azureml/config.json"), (["aml_config/x"], nil, "aml_config/config.json"),
            ([".azureml/project.json"], nil, ".azureml/project.json"), ([], "other", ".azureml/other.json"),
            ([], "other.cfg", ".azureml/other.cfg"),
        ] as [([String], String?, String)]
    )
    func `a configuration is written where azureml-core writes it`(
        existing: [String],
        fileName: String?,
        written: String
    ) async throws {
        let scratch = try ScratchFolder()
        for name in existing { try scratch.write("project/\(name)", "") }
        try await ProcessContext.$injected.withValue(scratch.context()) {
            let workspace = try await Workspace.create(name: "w")
            #expect(try workspace.writeConfig(fileName: fileName) == "\(scratch.path)/project/\(written)")
            #expect(try Workspace.fromConfig(path: written).id == workspace.id)
        }
    }

    @Test(arguments: [("absent", nil), (nil, "../escape.json")] as [(String?, String?)])
    func `a configuration that cannot be written changes nothing`(path: String?, fileName: String?) async throws {
        let scratch = try ScratchFolder()
        try await ProcessContext.$injected.withValue(scratch.context()) {
            let workspace = try await Workspace.create(name: "w")
            let before = try scratch.tree()
            #expect(throws: WorkspaceError.self) { try workspace.writeConfig(path: path, fileName: fileName) }
            let after = try scratch.tree()
            #expect(after == before)
        }
    }

    /// On a shared computer, the folder above the project can belong to another user.
    @Test func `a parent folder that this user may not access is skipped`() async throws {
        let scratch = try ScratchFolder()
        let context = try scratch.context(current: "a/b/project")
        /// Refuses all access to a folder; `open` is a folder below it that stays accessible.
        let refusing = { (folder: String, open: String?) -> FileOperation.Observer in
            let (folder, open) = ("\(scratch.path)/\(folder)/", open.map { "\(scratch.path)/\($0)/" })
            return { step throws(FileSystemError) in
                guard step.path.hasPrefix(folder), open.map(step.path.hasPrefix) != true else { return }
                throw FileSystemError(step.kind, step.path, .system(EACCES))
            }
        }
        try await ProcessContext.$injected.withValue(context) {
            _ = try await Workspace.create(name: "w")
            try scratch.write("a/config.json", Self.text("unreachable"))
            try scratch.write(".azureml/config.json", Self.text("w"))
            let found = try FileOperation.$observer.withValue(refusing("a", "a/b")) { try Workspace.fromConfig() }
            #expect(found.name == "w")
            // The start folder itself must be accessible.
            FileOperation.$observer.withValue(refusing("a/b/project", nil)) {
                let error = #expect(throws: WorkspaceError.self) { try Workspace.fromConfig() }
                #expect(error?.code == .fileSystemFailed)
                #expect(error?.hint == "give your user permission to read it")
            }
        }
    }

    @Test(arguments: ["./~/ws", "./~"])
    func `a folder whose name is a tilde is not mistaken for the home folder`(directory: String) async throws {
        let scratch = try ScratchFolder()
        try await ProcessContext.$injected.withValue(scratch.context()) {
            let workspace = try await Workspace.create(name: "w", directory: directory)
            #expect(scratch.exists("project/\(directory)/workspace.json"))
            try workspace.writeConfig()
            let text = try scratch.read("project/.azureml/config.json")
            #expect(text.contains("\"workspace_directory\": \"\(directory)\""))
            #expect(try Workspace.fromConfig().id == workspace.id)
            #expect(try Workspace.fromConfig(path: "./.azureml").id == workspace.id)
        }
    }

    @Test(arguments: [("~/ws", "home/ws"), ("~", "home")])
    func `a directory that begins with a tilde is in the home folder`(directory: String, place: String) async throws {
        let scratch = try ScratchFolder()
        try await ProcessContext.$injected.withValue(scratch.context()) {
            let workspace = try await Workspace.create(name: "w", directory: "\(scratch.path)/\(place)")
            try scratch.write(
                "project/config.json",
                "{\"subscription_id\": \"\", \"resource_group\": \"\", \"workspace_name\": \"w\", "
                    + "\"workspace_directory\": \"\(directory)\"}"
            )
            #expect(try Workspace.fromConfig().id == workspace.id)
        }
    }

    @Test func `a configuration file that is a link stays a link when it is written`() async throws {
        let scratch = try ScratchFolder()
        try await ProcessContext.$injected.withValue(scratch.context()) {
            let workspace = try await Workspace.create(name: "w")
            try scratch.write("project/shared.json", "old")
            try scratch.makeFolder("project/.azureml")
            try scratch.link("project/.azureml/config.json", to: "../shared.json")
            try workspace.writeConfig()
            let text = try scratch.read("project/shared.json")
            #expect(text.contains("\"workspace_name\": \"w\""))
            #expect(try Workspace.fromConfig().id == workspace.id)
        }
    }
}
