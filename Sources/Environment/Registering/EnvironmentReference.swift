package import AzureMLSupport
public import Workspace

/// A reference to a registered environment by its name and, optionally, its version.
///
/// > Python: `azureml.core.environment.EnvironmentReference`
public struct EnvironmentReference: Sendable, Equatable {
    /// The environment's name.
    ///
    /// > Python: `azureml.core.environment.EnvironmentReference.name`
    public var name: String
    /// The version; `nil` for the one that was registered last.
    ///
    /// > Python: `azureml.core.environment.EnvironmentReference.version`
    public var version: String?

    /// Makes a reference. Whether the environment exists is checked only when it is read.
    ///
    /// > Python: `azureml.core.environment.EnvironmentReference(name, version)`
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - version: The version; `nil` for the one that was registered last.
    public init(name: String, version: String? = nil) {
        self.name = name
        self.version = version
    }

    /// Reads the environment that this reference names.
    ///
    /// > Python: `azureml.core.environment.EnvironmentReference.get_environment`
    ///
    /// - Parameter workspace: The workspace.
    /// - Returns: The registered environment.
    /// - Throws: ``EnvironmentError`` when there is no such environment; an error with its place when it is damaged.
    public func getEnvironment(workspace: Workspace) async throws -> Environment {
        try await Environment.get(workspace: workspace, name: name, version: version)
    }

    /// azureml-core's JSON form.
    package var definition: JSONValue {
        ["name": JSONValue(name), "version": version.map { JSONValue($0) } ?? .null]
    }

    /// Returns whether both have the same name and version, byte for byte.
    public static func == (left: EnvironmentReference, right: EnvironmentReference) -> Bool {
        left.definition == right.definition
    }
}

extension EnvironmentReference: CustomStringConvertible, CustomReflectable {
    /// azureml-core's JSON form with credentials masked, indented by 4 spaces.
    public var description: String { definition.maskingCredentials.pythonText(indent: 4) }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
