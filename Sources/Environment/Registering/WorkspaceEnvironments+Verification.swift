public import AzureMLSupport
internal import Synchronization
internal import Workspace

extension WorkspaceEnvironments {
    /// Verifies everything that is stored, as the workspace's `verify()` does, and also opens every definition and
    /// looks for the private wheels that it names.
    ///
    /// This also finds files that were changed together with the hash in their record.
    ///
    /// - Returns: One diagnostic for each finding; empty when everything is as it was registered.
    /// - Throws: `WorkspaceError` when the workspace is gone or cannot be read at all.
    public func verify() async throws -> [Diagnostic] {
        // The store passes each definition to a synchronous closure, so it can be asked about wheels only afterwards.
        let needed = Mutex<[NeededWheel]>([])
        let findings = try await workspace.store.verify { stored, collection in
            guard collection == .environments else { return [] }
            do {
                let environment = try Self.unchanged(stored)
                let wheels = try environment.privateWheels().map { wheel, place in
                    NeededWheel(name: environment.name, version: environment.version ?? "", wheel: wheel, place: place)
                }
                needed.withLock { $0 += wheels }
                return []
            } catch let error as EnvironmentError where error.code == .wheelMissing {
                return [EnvironmentDiagnostics.wheelMissing(stored.name, stored.version, error)]
            } catch {
                return [EnvironmentDiagnostics.definitionDamaged(stored, error)]
            }
        }
        return await findings + missingWheels(of: needed.withLock(\.self))
    }

    private static func unchanged(_ stored: StoredDocument) throws -> Environment {
        let environment = try Environment(stored, findsDiagnostics: false)
        guard environment.contentHash == stored.contentHash else {
            throw WorkspaceError.contentDiffers(stored)
        }
        return environment
    }

    private func missingWheels(of needed: [NeededWheel]) async -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for needed in needed {
            // If the wheels' folder cannot be read, they count as missing, and the store's own findings say why.
            guard await (try? workspace.store.holdsBlob(needed.wheel.name)) != true else { continue }
            let error = EnvironmentError.wheelMissing(needed.wheel, in: workspace, at: needed.place)
            findings.append(EnvironmentDiagnostics.wheelMissing(needed.name, needed.version, error))
        }
        return findings
    }
}

/// A wheel that a version needs, and its place in the version's specification.
private struct NeededWheel: Sendable {
    let name: String
    let version: String
    let wheel: PrivateWheel
    let place: SourceLocation
}
