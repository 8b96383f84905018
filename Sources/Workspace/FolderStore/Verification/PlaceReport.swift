internal import AzureMLSupport

/// The result of looking at one place in a workspace's folder: findings, and a document that is whole.
struct PlaceReport {
    var findings: [Diagnostic] = []
    var document: StoredDocument?
}
