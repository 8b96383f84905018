/// A log that is being written.
package protocol WorkspaceLog: Sendable {
    /// What others read the log by.
    var name: String { get }

    /// Adds a line, without its line feed.
    func append(_ line: String) async throws
}
