internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Adds a channel behind the others; one that is there already stays where it is.
    ///
    /// - Parameter channel: The channel's name or URL, such as `conda-forge`.
    /// - Throws: ``CondaDependenciesError`` with the code `invalidValue`, or `cannotEdit` with the place.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.add_channel(channel)`
    public mutating func addChannel(_ channel: String) throws {
        try requireEntry(channel, called: "channel")
        guard content.entries(of: .channels, withText: channel).isEmpty else { return }
        try appendEntry(NamedEntry(text: channel, name: nil), to: .channels)
    }

    /// Removes a channel with the comments that belong to it; nothing happens when it is not there.
    ///
    /// - Parameter channel: The channel as the file spells it.
    /// - Throws: ``CondaDependenciesError`` with the code `cannotEdit` and the place.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.remove_channel(channel)`
    public mutating func removeChannel(_ channel: String) throws {
        let found = content.entries(of: .channels, withText: channel)
        if !found.isEmpty { try remove(found, named: [], from: .channels) }
    }
}
