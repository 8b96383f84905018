internal import AzureMLSupport
internal import AzureMLSystem

/// The content of a configuration file: the workspace that a project uses.
struct WorkspaceConfiguration {
    private static let limit = 1 << 20

    var identity: WorkspaceIdentity
    /// The workspace's folder as the file gives it; `nil` for the default folder of its name.
    var directory: String?

    /// Returns the workspace's folder, resolved from a project's folder; `nil` for the default folder of its name.
    func directory(from project: String) -> String? {
        directory.map { $0.hasPrefix("/") || Self.beginsAtHome($0) ? $0 : "\(project)/\($0)" }
    }

    static func beginsAtHome(_ path: String) -> Bool {
        path == "~" || path.hasPrefix("~/")
    }

    /// Returns the content of the file: three members that azureml-core reads, and `workspace_directory`, which it
    /// ignores.
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
    /// Reads a configuration file in either of azureml-core's two forms.
    init(file path: String) throws {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: LocalFile.read(path: path, limit: Self.limit), file: path)
        } catch let error as FileSystemError {
            throw WorkspaceError(error, doing: "read the workspace configuration")
        } catch let error as JSONError {
            throw WorkspaceError(
                .configurationInvalid,
                "the workspace configuration is not JSON: \(error.message)",
                at: error.location,
                hint: error.hint,
                underlying: error
            )
        }
        guard let members = value.object else { throw Self.invalid(path, "it is not a JSON object") }
        identity = try Self.identity(of: members, path)
        directory = try Self.text("workspace_directory", of: members, path)
        if let name = identity.name {
            do {
                _ = try DocumentName(name, kind: "workspace name")
            } catch let error as WorkspaceError {
                throw Self.invalid(path, error.message)
            }
        } else if directory == nil {
            throw Self.invalid(path, "it does not name a workspace")
        }
    }

    /// Returns the identifiers in the file; `Scope` takes precedence over the three members, as in azureml-core.
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

    /// Returns the text of a member; `nil` when it is absent, null or empty.
    private static func text(_ name: String, of members: JSONObject, _ path: String) throws -> String? {
        guard let value = members[name], !value.isNull else { return nil }
        guard let text = value.string else { throw invalid(path, "its '\(name)' is not a string") }
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
