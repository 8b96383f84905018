internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Adds a conda package after all dependencies, unless the same text is already listed.
    ///
    /// An entry for Python replaces the existing one, with its constraint as written.
    ///
    /// - Parameter condaPackage: A match spec, such as `numpy=1.26` or `conda-forge::scipy>=1.10`.
    /// - Throws: ``CondaDependenciesError`` with the code `valueInvalid`, or `editRefused` and the location.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.add_conda_package(conda_package)`
    public mutating func addCondaPackage(_ condaPackage: String) throws {
        try requireEntry(condaPackage, called: "conda package")
        guard !condaPackage.trimmingBlanks.hasPrefix("-") else {
            throw CondaDependenciesError(
                .valueInvalid,
                "'\(condaPackage)' is an option of the conda command, not a package",
                hint: "add only the package, and its channel with addChannel(_:)"
            )
        }
        let spec = try CondaMatchSpec(condaPackage)
        guard content.entries(of: .condaPackages, withText: condaPackage).isEmpty else { return }
        let entry = NamedEntry(text: condaPackage, name: spec.name)
        if spec.name == "python", let python = content.entries(of: .condaPackages, named: spec.name).first {
            try replace([python], of: .condaPackages, with: entry, keeping: python)
        } else {
            try appendEntry(entry, to: .condaPackages)
        }
    }

    /// Removes the conda packages with exactly this text or, when there are none, every one with this name.
    ///
    /// Does nothing when neither exists.
    ///
    /// - Parameter condaPackage: The entry as the file spells it, or a package name.
    /// - Throws: ``CondaDependenciesError`` with the code `pythonMissing` for Python, or `editRefused` and the
    ///   location.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.remove_conda_package(conda_package)`
    public mutating func removeCondaPackage(_ condaPackage: String) throws {
        let entry = ParsedEntry(conda: condaPackage)
        var found = content.entries(of: .condaPackages, withText: condaPackage)
        if found.isEmpty, let spec = try? entry.package.get(), spec.isBareName {
            found = content.entries(of: .condaPackages, named: spec.name)
        }
        guard let first = found.first else { return }
        guard entry.name != "python" else {
            throw CondaDependenciesError(
                .pythonMissing,
                "Python cannot be removed from a conda specification",
                at: document?.location(of: first),
                hint: "use setPythonVersion(_:) to ask for another version"
            )
        }
        try remove(found, named: Set([entry.name].compactMap { $0 }), from: .condaPackages)
    }
}
