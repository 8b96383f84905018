public import AzureMLSupport
internal import Synchronization
internal import Workspace

extension WorkspaceEnvironments {
    /// Looks through everything that is stored, as `verify` of the workspace does, opens every definition, and looks for
    /// the private wheels that they name.
    ///
    /// That names what was changed together with its hash as well.
    ///
    /// - Returns: One diagnostic for each finding; empty when everything is as it was registered.
    /// - Throws: `WorkspaceError` when the workspace is gone or cannot be read at all.
    public func verify() async throws -> [Diagnostic] {
        // The store hands out definitions while it looks through its files, and is asked about wheels after that.
        let withWheels = Mutex<[(environment: Environment, wheels: [PrivateWheel])]>([])
        let findings = try await workspace.store.verify { stored, collection in
            guard collection == .environments else { return [] }
            do {
                let environment = try Self.unchanged(stored)
                let wheels = try environment.privateWheels()
                if !wheels.isEmpty { withWheels.withLock { $0.append((environment, wheels)) } }
                return []
            } catch let error as EnvironmentError where error.code == .wheelMissing {
                return [.wheelMissing(stored.name, stored.version, error)]
            } catch {
                return [.definitionDamaged(stored, error)]
            }
        }
        return await findings + missingWheels(of: withWheels.withLock(\.self))
    }

    private static func unchanged(_ stored: StoredDocument) throws -> Environment {
        let environment = try Environment(stored)
        guard environment.contentHash == stored.contentHash else {
            throw WorkspaceError.contentDiffers(stored)
        }
        return environment
    }

    private func missingWheels(
        of versions: [(environment: Environment, wheels: [PrivateWheel])]
    ) async -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for (environment, wheels) in versions {
            for wheel in wheels {
                // Where their folder cannot be read, the store's own findings say why.
                guard await (try? workspace.store.holdsBlob(wheel.name)) != true else { continue }
                let error = environment.wheelMissing(wheel, in: workspace)
                findings.append(.wheelMissing(environment.name, environment.version ?? "", error))
            }
        }
        return findings
    }
}

extension Diagnostic {
    fileprivate static func wheelMissing(_ name: String, _ version: String, _ error: EnvironmentError) -> Diagnostic {
        Diagnostic(
            code: "wheel-missing",
            severity: .error,
            message: LocalizedText(
                english: "No image can be made of version '\(version)' of '\(name)': \(error.message)",
                japanese: "「\(name)」のバージョン「\(version)」に必要な wheel がないため、イメージを作成できません（\(error.message)）。"
            ),
            location: error.location.map { place in
                SourceLocation(
                    file: "\(name):\(version)/\(place.file ?? "")",
                    line: place.line,
                    column: place.column,
                    excerpt: place.excerpt
                )
            },
            hint: error.hint
        )
    }

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
