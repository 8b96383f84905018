internal import AzureMLSupport
internal import AzureMLSystem

extension FileWorkspaceStore {
    /// Refuses a folder for a new workspace where another workspace keeps its own files: that one would report it as
    /// foreign, or remove it.
    static func refusePlaceInsideWorkspace(_ path: String) throws {
        let reserved = Set([localFolder] + DocumentCollection.all.map(\.name) + BlobCollection.all.map(\.name))
        let components = try resolvedComponents(of: path)
        for (position, component) in components.enumerated() where reserved.contains(component.lowercased()) {
            let folder = "/" + components[..<position].joined(separator: "/")
            guard try LocalFile.kind(path: "\(folder)/\(WorkspaceRecord.fileName)") == .regularFile else { continue }
            throw WorkspaceError(
                .insideWorkspace,
                "'\(path)' is in the folder '\(component)' of the workspace in '\(folder)'",
                at: SourceLocation(file: path),
                hint: "choose a folder outside '\(folder)'"
            )
        }
    }

    /// Returns the components of a path, of which the last ones need not exist, without links.
    private static func resolvedComponents(of path: String) throws -> [String] {
        var existing = path
        var missing: [String] = []
        while try LocalFile.kind(path: existing) == nil {
            let (folder, name) = LocalPath.split(existing)
            guard folder != existing else { break }
            missing.insert(name, at: 0)
            existing = folder
        }
        return LocalPath.components(of: try LocalFile.resolved(existing)).filter { $0 != "/" } + missing
    }
}
