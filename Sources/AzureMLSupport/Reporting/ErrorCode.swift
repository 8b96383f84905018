/// The kind of an error of one error type, with a stable spelling.
///
/// The spelling is the name of the error type without `Error`, followed by the Swift name, all in lower case with
/// hyphens: `WorkspaceError` with `.configurationNotFound` is `workspace-configuration-not-found`.
public struct ErrorCode<Failure: AzureMLError>: Sendable, Hashable, CustomStringConvertible {
    /// The stable spelling.
    public let name: String

    package init(_ name: String) {
        self.name = name
    }

    /// The stable spelling.
    public var description: String { name }
}
