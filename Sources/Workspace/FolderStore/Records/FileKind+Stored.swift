internal import AzureMLSystem

extension FileKind {
    /// Whether it can hold documents or versions: a folder, or a link to where one was moved. Anything else is a stray
    /// file, which verify() reports.
    var isFolderOrLink: Bool { self == .folder || self == .link }
}
