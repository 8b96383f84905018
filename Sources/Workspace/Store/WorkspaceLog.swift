/// A log that is being written.
package protocol WorkspaceLog: Sendable {
    /// The name under which others read the log.
    var name: String { get }

    /// Appends a line, which is given without its line feed.
    func append(_ line: String) async throws
}
