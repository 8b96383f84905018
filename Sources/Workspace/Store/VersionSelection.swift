/// The versions to visit of each name in a collection.
package enum VersionSelection: Sendable, Hashable {
    /// Only the latest version: the one stored last that is not archived.
    case latest
    /// All versions, including archived ones.
    case all
}

/// A condition on one file of a document, by which a store can leave out documents before it reads their other files.
package struct FileCondition: Sendable {
    /// The name of the file. A document without it is left out.
    let fileName: String
    /// Whether a document with this file is wanted.
    let isMet: @Sendable ([UInt8]) -> Bool

    package init(on fileName: String, _ isMet: @escaping @Sendable ([UInt8]) -> Bool) {
        self.fileName = fileName
        self.isMet = isMet
    }

    /// Whether a document that was read is wanted.
    func isMet(by document: StoredDocument) -> Bool { document[file: fileName].map(isMet) ?? false }
}
