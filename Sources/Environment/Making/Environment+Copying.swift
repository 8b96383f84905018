internal import AzureMLSupport
internal import CondaDependencies

extension Environment {
    /// Makes a copy under another name, without version and asset id.
    ///
    /// > Python: `azureml.core.environment.Environment.clone`, whose copy shares its packages with the original
    ///
    /// - Parameter newName: The copy's name.
    /// - Returns: The copy.
    /// - Throws: ``EnvironmentError`` when the name is empty.
    public func clone(newName: String) throws -> Environment {
        guard !newName.isEmpty else {
            throw EnvironmentError(
                .nameInvalid,
                "the copy of '\(name)' has no name",
                hint: "give it a name: environment.clone(newName: \(String(reflecting: "my-\(name)")))"
            )
        }
        var copy = self
        copy.name = newName
        copy.version = nil
        copy.assetID = nil
        return copy
    }

    /// Returns whether registering both environments under one name would give the same version.
    ///
    /// The name, version and asset id are ignored, and so is the name in a conda specification; its comments count.
    /// Plain secrets are ignored too, because a workspace does not store them; references to secrets count.
    ///
    /// - Parameter other: The environment to compare with.
    /// - Returns: Whether the contents are the same.
    public func hasSameContent(as other: Environment) -> Bool {
        serializedAsRegistered.hasSameContent(as: other.serializedAsRegistered)
    }

    /// The environment with its specification mutated, or as it is when the specification cannot be mutated.
    private var serializedAsRegistered: SerializedDefinition {
        SerializedDefinition((try? asRegistered()) ?? self, secrets: .withheld)
    }
}
