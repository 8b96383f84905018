public import AzureMLSupport
internal import Workspace

extension WorkspaceEnvironments {
    /// Looks through everything that is stored, as `verify` of the workspace does, and opens every definition.
    ///
    /// That names what was changed together with its hash as well.
    ///
    /// - Returns: One diagnostic for each finding; empty when everything is as it was registered.
    /// - Throws: `WorkspaceError` when the workspace is gone or cannot be read at all.
    public func verify() async throws -> [Diagnostic] {
        try await workspace.store.verify { stored, collection in
            collection == .environments ? Self.findings(in: stored) : []
        }
    }

    private static func findings(in stored: StoredDocument) -> [Diagnostic] {
        do {
            let environment = try Environment(stored)
            guard EnvironmentContent(environment).hash == stored.contentHash else {
                throw WorkspaceError.contentDiffers(stored)
            }
            return []
        } catch {
            return [.definitionDamaged(stored, error)]
        }
    }
}

extension Diagnostic {
    /// A definition that is no environment, though its files are as its record says.
    static func definitionDamaged(_ stored: StoredDocument, _ error: any Error) -> Diagnostic {
        guard let error = error as? any AzureMLError else { return damage(of: stored, "\(error)", nil, nil) }
        return damage(of: stored, error.message, error.location, error.hint)
    }

    private static func damage(
        of stored: StoredDocument,
        _ reason: String,
        _ location: SourceLocation?,
        _ hint: FixHint?
    ) -> Diagnostic {
        Diagnostic(
            code: "definition-damaged",
            severity: .error,
            message: LocalizedText(
                english: "Version '\(stored.version)' of '\(stored.name)' cannot be used: \(reason)",
                japanese: "「\(stored.name)」のバージョン「\(stored.version)」は使用できません（\(reason)）。"
            ),
            location: location,
            hint: hint ?? "restore it from a copy or from version control"
        )
    }
}
