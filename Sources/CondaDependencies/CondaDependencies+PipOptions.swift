internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Sets a pip option, in the place of an option of the same name, else at the end.
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
    /// - Parameter pipOption: An option, with or without a value.
    /// - Throws: ``CondaDependenciesError`` with the code `invalidValue` for a text without a leading `-`, or
    ///   `cannotEdit` with the place.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.remove_pip_option(pip_option)`
    public mutating func removePipOption(_ pipOption: String) throws {
        try requireOption(pipOption)
        let found = entries(of: .pipItems, sameNameAs: pipOption)
        if !found.isEmpty { try remove(found, from: .pipItems) }
    }

    /// Sets pip's `--index-url`.
    ///
    /// - Parameter indexURL: The URL of a package index, or the whole option.
    /// - Throws: ``CondaDependenciesError`` with the code `invalidValue`, or `cannotEdit` with the place.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.set_pip_index_url(index_url)`, which takes the whole option only
    public mutating func setPipIndexURL(_ indexURL: String) throws {
        try setPipOption(indexURL.hasPrefix("-") ? indexURL : "--index-url \(indexURL)")
    }

    private func requireOption(_ option: String) throws(CondaDependenciesError) {
        try requireEntry(option, called: "pip option")
        guard option.hasPrefix("-"), option != "-" else {
            throw CondaDependenciesError(
                .invalidValue,
                "'\(option)' is no pip option",
                hint: "an option starts with '-', such as '--pre'; use addPipPackage(_:) for a package"
            )
        }
    }

    /// `--index-url` of `--index-url=https://…` and of `--index-url https://…`; the text itself when it is no option.
    static func optionName(_ option: String) -> String {
        PipRequirement.optionName(in: option) ?? option
    }
}
