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
                .invalidName,
                "the copy of '\(name)' has no name",
                hint: "name it: environment.clone(newName: \"\(name)-2\")"
            )
        }
        var copy = self
        copy.name = newName
        copy.version = nil
        copy.assetID = nil
        return copy
    }

    /// Whether registering both under one name would give one version.
    ///
    /// Name, version and asset id do not matter, nor does the name in a conda specification; its comments do. Plain
    /// secrets, which a workspace does not keep, do not matter either; references to secrets do.
    ///
    /// - Parameter other: The environment to compare with.
    /// - Returns: Whether the contents are the same.
    public func hasSameContent(as other: Environment) -> Bool {
        serializedAsRegistered.hasSameContent(as: other.serializedAsRegistered)
    }

    /// With the mutated specification, or with the user's own when that cannot be mutated.
    private var serializedAsRegistered: SerializedDefinition {
        SerializedDefinition((try? asRegistered()) ?? self, secrets: .withheld)
    }
}
