internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// Returns findings for configuration files in the workspace's own folder that lead to another workspace.
    ///
    /// `fromConfig` reads these files when it starts there, and a user who got the workspace from elsewhere expects
    /// them to lead to it.
    func verifyConfigurations() throws -> [Diagnostic] {
        let root = try root()
        var findings: [Diagnostic] = []
        for folderName in [ConfigurationSearch.azuremlFolder, ConfigurationSearch.legacyFolder, nil] {
            if let folderName, try root.kind(folderName) != .folder { continue }
            let folder = try folderName.map { try root.directory($0) } ?? root
            for name in [ConfigurationSearch.fileName, ConfigurationSearch.legacyFileName]
            where try folder.kind(name) == .regularFile {
                if let finding = finding(inConfiguration: "\(folder.path)/\(name)") { findings.append(finding) }
            }
        }
        return findings
    }

    private func finding(inConfiguration file: String) -> Diagnostic? {
        do {
            let configuration = try WorkspaceConfiguration(file: file)
            let place = configuration.directory(from: path)
            let store = try FileWorkspaceStore.opened(configuration.identity, directory: place).store
            let found = try LocalFile.resolved(store.path)
            guard try found.exact != LocalFile.resolved(path).exact else { return nil }
            let reason = LocalizedText(
                english: "it leads to the workspace in '\(found)'",
                japanese: "「\(found)」のワークスペースを指しています"
            )
            return WorkspaceDiagnostics.configurationElsewhere(file, reason)
        } catch let error as WorkspaceError {
            let reason = LocalizedText(english: error.message, japanese: error.message)
            return WorkspaceDiagnostics.configurationElsewhere(file, reason)
        } catch {
            let reason = LocalizedText(english: "\(error)", japanese: "\(error)")
            return WorkspaceDiagnostics.configurationElsewhere(file, reason)
        }
    }
}
