internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// What is odd about configuration files in the workspace's own folder, which `fromConfig` reads when it starts
    /// there: whoever got the workspace from elsewhere takes them for its own.
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
            return try found.exact == LocalFile.resolved(path).exact
                ? nil : .configurationElsewhere(file, "it leads to the workspace in '\(found)'")
        } catch let error as WorkspaceError {
            return .configurationElsewhere(file, error.message)
        } catch {
            return .configurationElsewhere(file, "\(error)")
        }
    }
}
