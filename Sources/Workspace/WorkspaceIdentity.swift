internal import AzureMLSupport

/// What a caller or a configuration file says of the workspace that it means; `nil` where it says nothing.
struct WorkspaceIdentity: Sendable, Hashable {
    static let defaultSubscriptionID = "00000000-0000-0000-0000-000000000000"
    static let defaultResourceGroup = "local"
    static let defaultLocation = "local"

    var name: String?
    var subscriptionID: String?
    var resourceGroup: String?

    /// Refuses a workspace that is not the one that is meant.
    func check(_ record: WorkspaceRecord, at path: String) throws {
        // Azure compares identifiers without case; names are compared as they are stored.
        let differences = [
            Self.difference("name", name, record.name) { $0.exact == $1.exact },
            Self.difference("subscription", subscriptionID, record.subscriptionID) {
                $0.lowercased() == $1.lowercased()
            },
            Self.difference("resource group", resourceGroup, record.resourceGroup) {
                $0.lowercased() == $1.lowercased()
            },
        ].compactMap(\.self)
        guard !differences.isEmpty else { return }
        throw WorkspaceError(
            .identityDiffers,
            "the workspace in '\(path)' is another one: \(differences.joined(separator: ", "))",
            at: SourceLocation(file: path),
            hint: "correct the identifiers, or name the folder of the workspace that you mean"
        )
    }

    /// The line that makes the workspace that is meant.
    func creationLine(directory: String?) -> String {
        var arguments = ["name: \(String(reflecting: name ?? "…"))"]
        if let subscriptionID, subscriptionID != Self.defaultSubscriptionID {
            arguments.append("subscriptionID: \(String(reflecting: subscriptionID))")
        }
        if let resourceGroup, resourceGroup != Self.defaultResourceGroup {
            arguments.append("resourceGroup: \(String(reflecting: resourceGroup))")
        }
        if let directory { arguments.append("directory: \(String(reflecting: directory))") }
        return "try await Workspace.create(\(arguments.joined(separator: ", ")))"
    }

    private static func difference(
        _ kind: String,
        _ wanted: String?,
        _ found: String,
        _ isEqual: (String, String) -> Bool
    ) -> String? {
        guard let wanted, !isEqual(wanted, found) else { return nil }
        return "its \(kind) is '\(found)', not '\(wanted)'"
    }
}
