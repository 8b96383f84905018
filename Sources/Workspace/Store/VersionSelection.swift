/// Which versions of the names in a collection are meant.
package enum VersionSelection: Sendable, Hashable {
    /// Of each name the one that was stored last and is not archived.
    case latest
    /// All of them with the archived ones.
    case all
}
