internal import AzureMLSupport

/// The identifiers that a caller or a configuration file gives for a workspace; `nil` for those it leaves out.
struct WorkspaceIdentity: Sendable, Hashable {
    static let defaultSubscriptionID = "00000000-0000-0000-0000-000000000000"
    static let defaultResourceGroup = "local"
    static let defaultLocation = "local"

    var name: String?
    var subscriptionID: String?
    var resourceGroup: String?

    /// Throws an error when a workspace has other identifiers than these.
    func check(_ record: WorkspaceRecord, at path: String) throws {
        // Azure ignores letter case in identifiers; names are compared exactly as they are stored.
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
            "the workspace in '\(path)' is a different one: \(differences.joined(separator: ", "))",
            at: SourceLocation(file: path),
            hint: "correct the identifiers, or give the folder of the workspace that you want"
        )
    }

    /// Returns the Swift line that creates this workspace, for a hint.
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
