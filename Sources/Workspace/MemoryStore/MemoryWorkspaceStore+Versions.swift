extension MemoryWorkspaceStore {
    package func version(
        labelled label: String,
        of name: String,
        in collection: DocumentCollection
    ) async throws -> String? {
        let name = try DocumentName(name, kind: "name").text
        let label = try DocumentName(label: label).text
        return try withContent { content in
            content.collections[collection.name]?[name]?.first { $0.labels.contains(label) }?.document.version
        }
    }

    package func setLabels(
        _ labels: [String],
        version: String,
        of name: String,
        in collection: DocumentCollection
    ) async throws {
        let labels = Set(try labels.map { try DocumentName(label: $0).text })
        try change(version, of: name, in: collection, evenIfRemoved: labels.isEmpty) { all, position in
            for other in all.indices { all[other].labels.subtract(labels) }
            all[position].labels = labels
        }
    }

    package func setArchived(
        _ isArchived: Bool,
        version: String,
        of name: String,
        in collection: DocumentCollection
    ) async throws {
        try change(version, of: name, in: collection) { $0[$1].isArchived = isArchived }
    }

    package func remove(version: String, of name: String, in collection: DocumentCollection) async throws {
        try change(version, of: name, in: collection, evenIfRemoved: true) { all, position in
            let labels = all[position].labels.sorted()
            guard labels.isEmpty else { throw WorkspaceError.versionLabelled(version, of: name, labels) }
            all[position].isRemoved = true
        }
    }

    private func change(
        _ version: String,
        of name: String,
        in collection: DocumentCollection,
        evenIfRemoved: Bool = false,
        _ change: (inout [Version], Int) throws -> Void
    ) throws {
        let name = try DocumentName(name, kind: "name").text
        let version = try DocumentName(version, kind: "version").text
        try withContent { content in
            var all = content.collections[collection.name]?[name] ?? []
            guard let position = all.firstIndex(where: { $0.document.version == version }) else {
                throw WorkspaceError.versionNotFound(version, of: name)
            }
            if all[position].isRemoved, !evenIfRemoved { throw WorkspaceError.versionDeleted(version, of: name) }
            try change(&all, position)
            content.collections[collection.name]?[name] = all
        }
    }
}
