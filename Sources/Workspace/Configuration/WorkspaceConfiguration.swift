internal import AzureMLSupport
internal import AzureMLSystem

/// What a configuration file says: the workspace that a project works with.
struct WorkspaceConfiguration {
    private static let limit = 1 << 20

    var identity: WorkspaceIdentity
    /// The workspace's folder as the file gives it; `nil` for the place that its name leads to.
    var directory: String?

    /// The workspace's folder when the project lies there; `nil` for the place that its name leads to.
    func directory(from project: String) -> String? {
        directory.map { $0.hasPrefix("/") || Self.beginsAtHome($0) ? $0 : "\(project)/\($0)" }
    }

    static func beginsAtHome(_ path: String) -> Bool {
        path == "~" || path.hasPrefix("~/")
    }

    /// The text of the file: three members that azureml-core reads, and one of ours that it ignores.
    static func bytes(for workspace: WorkspaceRecord, directory: String) -> [UInt8] {
        let members: JSONObject = [
            "subscription_id": JSONValue(workspace.subscriptionID),
            "resource_group": JSONValue(workspace.resourceGroup),
            "workspace_name": JSONValue(workspace.name),
            "workspace_directory": JSONValue(directory),
        ]
        return JSONValue(members).fileBytes
    }
}

extension WorkspaceConfiguration {
    /// Reads a configuration file in any of azureml-core's two forms.
    init(file path: String) throws {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: LocalFile.read(path: path, limit: Self.limit), file: path)
        } catch let error as FileSystemError {
            throw WorkspaceError(error, doing: "read the workspace configuration")
        } catch let error as JSONError {
            throw WorkspaceError(
                .configurationInvalid,
                "the workspace configuration is no JSON: \(error.message)",
                at: error.location,
                hint: error.hint,
                underlying: error
            )
        }
        guard let members = value.object else { throw Self.invalid(path, "it is no JSON object") }
        identity = try Self.identity(of: members, path)
        directory = try Self.text("workspace_directory", of: members, path)
        if let name = identity.name {
            do {
                _ = try DocumentName(name, kind: "workspace name")
            } catch let error as WorkspaceError {
                throw Self.invalid(path, error.message)
            }
        } else if directory == nil {
            throw Self.invalid(path, "it names no workspace")
        }
    }

    /// The `Scope` wins over the three members, as in azureml-core.
    private static func identity(of members: JSONObject, _ path: String) throws -> WorkspaceIdentity {
        if let scope = try text("Scope", of: members, path) {
            let parts = scope.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            guard parts.count > 8, !parts[8].isEmpty else {
                throw invalid(path, "its 'Scope' is not '/subscriptions/…/resourceGroups/…/providers/…/workspaces/…'")
            }
            return WorkspaceIdentity(
                name: parts[8],
                subscriptionID: parts[2].isEmpty ? nil : parts[2],
                resourceGroup: parts[4].isEmpty ? nil : parts[4]
            )
        }
        let names = ["subscription_id", "resource_group", "workspace_name"]
        let missing = names.filter { members[$0] == nil }
        guard missing.isEmpty else {
            throw invalid(path, "it has no \(missing.map { "'\($0)'" }.joined(separator: ", no "))")
        }
        return WorkspaceIdentity(
            name: try text("workspace_name", of: members, path),
            subscriptionID: try text("subscription_id", of: members, path),
            resourceGroup: try text("resource_group", of: members, path)
        )
    }

    /// A member's text; `nil` when it is absent, null or empty.
    private static func text(_ name: String, of members: JSONObject, _ path: String) throws -> String? {
        guard let value = members[name], !value.isNull else { return nil }
        guard let text = value.string else { throw invalid(path, "its '\(name)' is no text") }
        return text.isEmpty ? nil : text
    }

    private static func invalid(_ path: String, _ reason: String) -> WorkspaceError {
        WorkspaceError(
            .configurationInvalid,
            "the workspace configuration cannot be used: \(reason)",
            at: SourceLocation(file: path),
            hint: "give it 'subscription_id', 'resource_group' and 'workspace_name', or call writeConfig"
        )
    }
}
