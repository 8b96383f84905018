internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Sets a pip option, replacing an option of the same name or appending it.
    ///
    /// pip's short and long names are equivalent: `-i` is `--index-url`. pip uses every `--extra-index-url`,
    /// `--find-links`, `--trusted-host`, `--no-binary`, `--only-binary`, `--use-feature`, `-r`, `-c` and `-e`, so these
    /// are the same option only if their values are equal, and setting one leaves the others.
    ///
    /// - Parameter pipOption: An option with its value, such as `--extra-index-url https://example.org/simple`.
    /// - Throws: ``CondaDependenciesError`` with the code `valueInvalid` for a string without a leading `-`, or
    ///   `editRefused` and the location.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.set_pip_option(pip_option)`
    public mutating func setPipOption(_ pipOption: String) throws {
        try setPipOption(pipOption, try requireWholeOption(pipOption))
    }

    /// Returns the option of a text that pip reads to its end.
    func requireWholeOption(_ text: String) throws(CondaDependenciesError) -> PipOption {
        let option = try requireOption(text)
        if let error = option.syntaxError { throw CondaDependenciesError(error, in: text, readAs: .pipOption) }
        return option
    }

    private mutating func setPipOption(_ text: String, _ option: PipOption) throws(CondaDependenciesError) {
        let entry = NamedEntry(text, option)
        let same = entry.name.map { content.entries(of: .pipItems, named: $0) } ?? []
        guard let kept = same.first else { return try appendEntry(entry, to: .pipItems) }
        try replace(same, of: .pipItems, with: entry, keeping: kept)
    }

    /// Removes the pip option of that name, whatever its value, if there is one.
    ///
    /// Of the options of which pip uses every one, such as `--extra-index-url`, this removes the one with the given
    /// value, or all when no value is given; ``setPipOption(_:)`` lists them.
    ///
    /// - Parameter pipOption: An option, with or without a value.
    /// - Throws: ``CondaDependenciesError`` with the code `valueInvalid` for a string without a leading `-`, or
    ///   `editRefused` and the location.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.remove_pip_option(pip_option)`
    public mutating func removePipOption(_ pipOption: String) throws {
        let option = try requireOption(pipOption)
        if option.isAdditive, option.value == nil {
            let found = pipOptionEntries.filter { $0.option.name == option.name }
            let names = Set(found.map(\.option.identity))
            if !found.isEmpty { try remove(found.map(\.node), named: names, from: .pipItems) }
        } else if let name = NamedEntry(pipOption, option).name {
            let found = content.entries(of: .pipItems, named: name)
            if !found.isEmpty { try remove(found, named: [name], from: .pipItems) }
        }
    }

    /// Sets pip's `--index-url`.
    ///
    /// - Parameter indexURL: The URL of a package index, or the whole `--index-url` option.
    /// - Throws: ``CondaDependenciesError`` with the code `valueInvalid`, or `editRefused` and the location.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.set_pip_index_url(index_url)`, which takes the whole option only
    public mutating func setPipIndexURL(_ indexURL: String) throws {
        let text = indexURL.trimmingBlanks.hasPrefix("-") ? indexURL : "--index-url \(indexURL)"
        let option = PipOption(text)
        guard let option, option.name == "--index-url", let url = option.value, !url.contains(where: \.isWhitespace)
        else {
            throw CondaDependenciesError(
                .valueInvalid,
                "'\(indexURL)' is not the URL of a package index",
                hint: "give one URL, such as 'https://pypi.example.org/simple'"
            )
        }
        try requireEntry(text, called: "pip option")
        try setPipOption(text, option)
    }

    private func requireOption(_ text: String) throws(CondaDependenciesError) -> PipOption {
        try requireEntry(text, called: "pip option")
        guard let option = PipOption(text) else {
            throw CondaDependenciesError(
                .valueInvalid,
                "'\(text)' is not a pip option",
                hint: "an option starts with '-', such as '--pre'; use addPipPackage(_:) for a package"
            )
        }
        return option
    }

    private var pipOptionEntries: [(node: YAMLNode, option: PipOption)] {
        guard let document else { return [] }
        return document.pipEntries.compactMap { node in
            let text = document.string(of: node)
            return text.hasPrefix("-") ? PipOption(text).map { (node, $0) } : nil
        }
    }
}

extension NamedEntry {
    /// Creates the entry of an already parsed option. With a leading blank, the text counts as a requirement.
    fileprivate init(_ text: String, _ option: PipOption) {
        self.init(text: text, name: text.hasPrefix("-") ? option.identity : EntryList.pipItems.name(ofEntry: text))
    }
}
