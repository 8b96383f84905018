internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Adds a channel after the others; a channel that is already listed stays where it is.
    ///
    /// - Parameter channel: The channel's name or URL, such as `conda-forge`.
    /// - Throws: ``CondaDependenciesError`` with the code `valueInvalid`, or `editRefused` and the location.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.add_channel(channel)`
    public mutating func addChannel(_ channel: String) throws {
        try requireEntry(channel, called: "channel")
        try requireOneChannel(channel)
        guard content.entries(of: .channels, withText: channel).isEmpty else { return }
        try appendEntry(NamedEntry(text: channel, name: nil), to: .channels)
    }

    /// Removes a channel and the comments that belong to it, if it is listed.
    ///
    /// - Parameter channel: The channel as the file spells it.
    /// - Throws: ``CondaDependenciesError`` with the code `editRefused` and the location.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.remove_channel(channel)`
    public mutating func removeChannel(_ channel: String) throws {
        let found = content.entries(of: .channels, withText: channel)
        if !found.isEmpty { try remove(found, named: [], from: .channels) }
    }

    /// Refuses conda's own way of giving channels on its command line.
    private func requireOneChannel(_ channel: String) throws(CondaDependenciesError) {
        let isOption = channel.hasPrefix("-c ") || channel.hasPrefix("--channel")
        guard isOption || channel.contains(",") && !channel.contains("/") else { return }
        throw CondaDependenciesError(
            .valueInvalid,
            "'\(channel)' is not a channel",
            hint: "give one channel in each call, such as 'conda-forge'"
        )
    }
}
