/// The versions to visit of each name in a collection.
package enum VersionSelection: Sendable, Hashable {
    /// Only the latest version: the one stored last that is not archived.
    case latest
    /// All versions, including archived ones.
    case all
}
