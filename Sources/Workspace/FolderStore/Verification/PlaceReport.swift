internal import AzureMLSupport

/// The result of checking one place in a workspace's folder: findings, and the document there if it is whole.
struct PlaceReport {
    var findings: [Diagnostic] = []
    var document: StoredDocument?
}
