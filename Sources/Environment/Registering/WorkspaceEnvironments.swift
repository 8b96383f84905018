internal import AzureMLSupport
public import Workspace

extension Workspace {
    /// The registered environments: a view that reads each one when it is asked for.
    ///
    /// > Python: `azureml.core.workspace.Workspace.environments`, which reads all of them at once
    public var environments: WorkspaceEnvironments {
        WorkspaceEnvironments(workspace: self)
    }
}

/// The registered environments of a workspace, the latest version of each.
///
/// As a sequence it goes through the names in byte order and leaves out what is damaged. Archived versions do not show
/// here; ``history(of:)`` has them.
public struct WorkspaceEnvironments: Sendable {
    let workspace: Workspace

    /// The latest version of an environment; `nil` when there is none of that name.
    ///
    /// > Python: `workspace.environments["name"]`
    public subscript(name: String) -> Environment? {
        get async throws {
            try await workspace.store.document(named: name, version: nil, in: .environments).map(Environment.init(_:))
        }
    }

    /// The names in byte order.
    public var names: [String] {
        get async throws { try await workspace.store.names(in: .environments) }
    }
}

extension WorkspaceEnvironments: AsyncSequence {
    /// Reads one environment after the other.
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
                } catch let error as WorkspaceError where error.code == .fileSystem {
                    throw error
                } catch {
                    // One damaged environment does not hide the others; verify() names it.
                }
            }
            return nil
        }
    }

    /// Makes an iterator, which reads nothing yet.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(self)
    }
}
