internal import AzureMLSupport
internal import Workspace

/// Makes the error for an environment, version or label that does not exist, with a hint that names existing ones.
enum MissingEnvironment {
    /// The most versions or labels that a hint lists.
    private static let maximumListLength = 5

    static func error(
        workspace: Workspace,
        name: String,
        version: String? = nil,
        label: String? = nil,
        underlying: (any Error)? = nil
    ) async throws -> EnvironmentError {
        let history = try await workspace.store.history(of: name, in: .environments)
        let isArchived = version == nil && label == nil && !history.isEmpty && history.allSatisfy(\.isArchived)
        let subject = "the workspace '\(workspace.name)' has no environment '\(name)'"
        let message =
            if underlying is WorkspaceError, let version {
                "version '\(version)' of the environment '\(name)' was deleted"
            } else if isArchived {
                "every version of the environment '\(name)' in the workspace '\(workspace.name)' is archived"
            } else if let detail = label.map({ "label '\($0)'" }) ?? version.map({ "version '\($0)'" }) {
                "\(subject) with the \(detail)"
            } else {
                subject
            }
        return EnvironmentError(
            isArchived ? .archived : .notFound,
            message,
            hint: hint(name: name, label: label, history: history, isArchived: isArchived),
            underlying: underlying
        )
    }

    private static func hint(
        name: String,
        label: String?,
        history: [StoredVersion],
        isArchived: Bool
    ) -> String {
        guard let last = history.last else {
            return Environment.reservedPrefix(of: name) != nil
                ? "curated environments are in Azure ML only; save it with Python's save_to_directory, then: "
                    + "_ = try await Environment.loadFromDirectory(path: \"…\")"
                    + ".clone(newName: \(String(reflecting: "my-\(name)"))).register(workspace: ws)"
                : "register it: environment = try await environment.register(workspace: ws)"
        }
        let arguments = "name: \(String(reflecting: name)), version: \(String(reflecting: last.version))"
        if isArchived {
            return "restore a version: try await ws.environments.restore(\(arguments))"
        }
        guard let label else {
            return "use one of its versions: \(list(history.map { "'\($0.version)'" }))"
        }
        let labels = history.flatMap { stored in stored.labels.map { "'\($0)' (version '\(stored.version)')" } }
        if labels.isEmpty {
            let line = "Environment.label(workspace: ws, \(arguments), labels: [\(String(reflecting: label))])"
            return "set the label: try await \(line)"
        }
        return "use one of its labels: \(list(labels))"
    }

    /// Joins the last items, which are the newest.
    private static func list(_ items: [String]) -> String {
        let shown = items.suffix(maximumListLength).joined(separator: ", ")
        return items.count > maximumListLength ? "…, \(shown)" : shown
    }
}
