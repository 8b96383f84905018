internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Sets the Python version, replacing the existing constraint.
    ///
    /// The channel stays: `conda-forge::python>=3.8` becomes `conda-forge::python=3.9`. An entry that already asks for
    /// exactly this version does not change.
    ///
    /// - Parameter version: The version, such as `3.9` or `3.10.18`.
    /// - Throws: ``CondaDependenciesError`` with the code `valueInvalid`, or `editRefused` and the location.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.set_python_version(version)`
    public mutating func setPythonVersion(_ version: String) throws {
        guard version.wholeMatch(of: /[0-9][0-9A-Za-z.+_]*(?:\.\*)?/) != nil else {
            throw CondaDependenciesError(
                .valueInvalid,
                "'\(version)' is not a Python version",
                hint: "use digits and dots, such as '3.10' or '3.10.18'"
            )
        }
        // Takes only the text: a second reference to the document would make an edit copy all of it.
        guard let python = content.entries(of: .condaPackages, named: "python").first,
            let text = document?.string(of: python)
        else {
            try appendEntry(NamedEntry(text: "python=\(version)", name: "python"), to: .condaPackages)
            return
        }
        let (spec, qualifier) = CondaMatchSpec.parsedWithQualifier(text)
        if let spec, spec.build == nil {
            let present = spec.version?.text.filter { $0 != " " }
            if present == "=\(version)" || present == "==\(version)" { return }
        }
        let pinned = NamedEntry(text: "\(qualifier)python=\(version)", name: "python")
        try replace([python], of: .condaPackages, with: pinned, keeping: python)
    }
}
