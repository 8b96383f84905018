internal import AzureMLSystem

extension Directory {
    /// Opens a folder with facts about the versions of a name; returns `nil` when it is missing.
    ///
    /// - Throws: ``WorkspaceError`` with the code `damaged` for a link, because the facts were moved to a place that the
    ///   store does not read, and answers without them would be wrong; `FileSystemError` when it cannot be read.
    func storedFolder(_ name: String) throws -> Directory? {
        switch try kind(name) {
        case .folder: return try directory(name)
        case .link: throw WorkspaceError.notFolder("\(path)/\(name)", isLink: true)
        // A stray file holds no facts; verify() reports it.
        case .regularFile, .other, nil: return nil
        }
    }
}
