internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Adds a conda package behind all dependencies; the same text twice is added once.
    ///
    /// An entry that names Python takes the place of the one that is there, with its constraint as written.
    ///
    /// - Parameter condaPackage: A match spec, such as `numpy=1.26` or `conda-forge::scipy>=1.10`.
    /// - Throws: ``CondaDependenciesError`` with the code `invalidValue`, or `cannotEdit` with the place.
    ///
    /// > Python: `CondaDependencies.add_conda_package(conda_package)`
    public mutating func addCondaPackage(_ condaPackage: String) throws {
        try requireEntry(condaPackage, called: "conda package")
        let spec: CondaMatchSpec
        do {
            spec = try CondaMatchSpec(parsing: condaPackage)
        } catch {
            throw CondaDependenciesError(
                .invalidValue,
                "'\(condaPackage)' is no conda package: \(error.reason.text.english)",
                hint: "write a name, and behind it a version if one is wanted, such as 'numpy=1.26'",
                underlying: error
            )
        }
        guard !condaPackages.contains(where: { $0.utf8.elementsEqual(condaPackage.utf8) }) else { return }
        if spec.name == "python", let python = pythonNode {
            try edit { (document, _) throws(YAMLError) in try document.replaceScalar(python, with: condaPackage) }
        } else {
            try append(.text(condaPackage), toListOf: "dependencies")
        }
    }

    /// Removes a conda package: the entry of that text, else every entry of that name; nothing when there is none.
    ///
    /// - Parameter condaPackage: The entry as the file spells it, or a package name.
    /// - Throws: ``CondaDependenciesError`` with the code `pythonMissing` for Python, or `cannotEdit` with the place.
    ///
    /// > Python: `CondaDependencies.remove_conda_package(conda_package)`
    public mutating func removeCondaPackage(_ condaPackage: String) throws {
        guard let document else { return }
        let spec = try? CondaMatchSpec(condaPackage)
        let name = CondaMatchSpec.packageName(in: condaPackage)
        let exact = condaPackageNodes.filter { document.utf8(of: $0).elementsEqual(condaPackage.utf8) }
        let named =
            spec?.isBareName == true
            ? condaPackageNodes.filter { CondaMatchSpec.packageName(in: document.string(of: $0)) == name } : []
        let entries = exact.isEmpty ? named : exact
        guard let first = entries.first else { return }
        guard name != "python" else {
            throw CondaDependenciesError(
                .pythonMissing,
                "Python cannot be removed from a conda specification",
                at: document.location(of: first),
                hint: "use setPythonVersion(_:) to ask for another version"
            )
        }
        for entry in entries {
            try edit { (document, _) throws(YAMLError) in try document.remove(entry) }
        }
    }
}
