internal import AzureMLSupport
public import Workspace

extension Workspace {
    /// The registered environments, as a view that reads each environment on demand.
    ///
    /// > Python: `azureml.core.workspace.Workspace.environments`, which reads all of them at once
    public var environments: WorkspaceEnvironments {
        WorkspaceEnvironments(workspace: self)
    }
}

/// The registered environments of a workspace, each in its latest version.
///
/// As a sequence, it visits the names in byte order and leaves out damaged environments. It does not include archived
/// versions, which ``history(of:)`` returns.
public struct WorkspaceEnvironments: Sendable {
    let workspace: Workspace

    /// The latest version of an environment; `nil` when there is no environment of that name.
    ///
    /// > Python: `workspace.environments["name"]`
    public subscript(name: String) -> Environment? {
        get async throws {
            try await workspace.store.document(named: name, version: nil, in: .environments).map { try Environment($0) }
        }
    }

    /// The names of the environments, in byte order.
    public var names: [String] {
        get async throws { try await workspace.store.names(in: .environments) }
    }
}

extension WorkspaceEnvironments: AsyncSequence {
    /// An iterator that reads one environment at a time.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let environments: WorkspaceEnvironments
        private var names: ArraySlice<String>?

        fileprivate init(_ environments: WorkspaceEnvironments) {
            self.environments = environments
        }

        /// Reads the next environment that is not damaged.
        ///
        /// - Returns: The environment; `nil` at the end.
        /// - Throws: `WorkspaceError` when the file system refuses to read, `CancellationError` when the task is
        ///   cancelled.
        public mutating func next() async throws -> Environment? {
            if names == nil { names = try await environments.names[...] }
            while let name = names?.popFirst() {
                try Task.checkCancellation()
                do {
                    if let environment = try await environments[name] { return environment }
                } catch let error as WorkspaceError where error.code == .fileSystemFailed {
                    throw error
                } catch {
                    // A damaged environment must not hide the others; verify() reports it.
                }
            }
            return nil
        }
    }

    /// Makes an iterator. Nothing is read before its first element.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(self)
    }
}

extension WorkspaceEnvironments: CustomStringConvertible {
    /// The workspace, and the line that reads its environments; printing reads nothing.
    public var description: String {
        "environments of the workspace '\(workspace.name)': for try await environment in ws.environments { … }"
            .escapingControlCharacters
    }
}
