internal import AzureMLSupport

/// What a place in a workspace's folder holds: its findings, and a document that is whole.
struct PlaceReport {
    var findings: [Diagnostic] = []
    var document: StoredDocument?
}
