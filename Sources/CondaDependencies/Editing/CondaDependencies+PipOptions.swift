internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Sets a pip option, in the place of an option of the same name, else at the end.
    ///
    /// pip's short and long names are one: `-i` is `--index-url`. What names a file or a folder (`-r`, `-c`, `-e`) is
    /// another option for each of them.
    ///
    /// - Parameter pipOption: An option with its value, such as `--extra-index-url https://example.org/simple`.
    /// - Throws: ``CondaDependenciesError`` with the code `invalidValue` for a text without a leading `-`, or
    ///   `cannotEdit` with the place.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.set_pip_option(pip_option)`
    public mutating func setPipOption(_ pipOption: String) throws {
        try requireOption(pipOption)
        let same = entries(of: .pipItems, sameNameAs: pipOption)
        guard let kept = same.first else {
            try append(pipOption, to: .pipItems)
            return
        }
        try replace(same, of: .pipItems, with: pipOption, keeping: kept)
    }

    /// Removes a pip option of that name, whatever its value; nothing happens when there is none.
    ///
    /// Of what names a file or a folder (`-r`, `-c`, `-e`) the one with that value goes, or all when no value is given.
    ///
    /// - Parameter pipOption: An option, with or without a value.
    /// - Throws: ``CondaDependenciesError`` with the code `invalidValue` for a text without a leading `-`, or
    ///   `cannotEdit` with the place.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.remove_pip_option(pip_option)`
    public mutating func removePipOption(_ pipOption: String) throws {
        try requireOption(pipOption)
        let option = PipOption(pipOption)
        let found =
            option?.isAdditive == true && option?.value == nil
            ? pipOptionNodes.filter { PipOption(document?.string(of: $0) ?? "")?.name == option?.name }
            : entries(of: .pipItems, sameNameAs: pipOption)
        if !found.isEmpty { try remove(found, from: .pipItems) }
    }

    /// Sets pip's `--index-url`.
    ///
    /// - Parameter indexURL: The URL of a package index, or the whole option.
    /// - Throws: ``CondaDependenciesError`` with the code `invalidValue`, or `cannotEdit` with the place.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.set_pip_index_url(index_url)`, which takes the whole option only
    public mutating func setPipIndexURL(_ indexURL: String) throws {
        let text = indexURL.trimmingBlanks.hasPrefix("-") ? indexURL : "--index-url \(indexURL)"
        let option = PipOption(text)
        guard option?.name == "--index-url", let url = option?.value, !url.contains(where: \.isWhitespace) else {
            throw CondaDependenciesError(
                .invalidValue,
                "'\(indexURL)' is no URL of a package index",
                hint: "give one URL, such as 'https://pypi.example.org/simple'"
            )
        }
        try setPipOption(text)
    }

    private func requireOption(_ option: String) throws(CondaDependenciesError) {
        try requireEntry(option, called: "pip option")
        guard PipOption(option) != nil else {
            throw CondaDependenciesError(
                .invalidValue,
                "'\(option)' is no pip option",
                hint: "an option starts with '-', such as '--pre'; use addPipPackage(_:) for a package"
            )
        }
    }

    private var pipOptionNodes: [YAMLNode] {
        guard let document else { return [] }
        return pipLists.flatMap { document.itemsOfList($0) }.filter { document.string(of: $0).hasPrefix("-") }
    }
}
