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

    /// Returns the components of an absolute path without links and `..`. Its folders need not exist: the ones that are
    /// missing will be made as ordinary folders.
    private static func resolvedComponents(of path: String) throws -> [String] {
        try LocalPath.names(in: path).reduce(into: []) { resolved, name in
            switch name {
            case ".": return
            // Without links, this leads to the folder before.
            case "..": _ = resolved.popLast()
            default:
                resolved.append(name)
                let folder = "/" + resolved.joined(separator: "/")
                guard try LocalFile.kind(path: folder) != nil else { return }
                resolved = LocalPath.components(of: try LocalFile.resolved(folder))
            }
        }
    }
}
