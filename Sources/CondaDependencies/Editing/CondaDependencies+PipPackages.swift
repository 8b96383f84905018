internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Adds a pip requirement at the end of the last `pip:` list, instead of any other of the same name.
    ///
    /// An entry of that name moves to the end together with its comments. Names compare as pip compares them:
    /// `Foo_Bar` is `foo-bar`.
    ///
    /// - Parameter pipPackage: A requirement, such as `numpy>=1.26 ; python_version < "3.12"`.
    /// - Throws: ``CondaDependenciesError`` with the code `invalidValue` for an option or what is no requirement, or
    ///   `cannotEdit` with the place.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.add_pip_package(pip_package)`
    public mutating func addPipPackage(_ pipPackage: String) throws {
        let requirement = try requirePipPackage(pipPackage)
        let entry = NamedEntry(text: pipPackage, name: requirement.normalizedName)
        let same = pipPackages(like: entry)
        guard let kept = same.last else {
            try appendEntry(entry, to: .pipItems)
            return
        }
        try replace(same, of: .pipItems, with: entry, keeping: kept, movingToEnd: true)
    }

    /// Removes every pip requirement of that name; nothing happens when there is none.
    ///
    /// - Parameter pipPackage: A requirement or a name.
    /// - Throws: ``CondaDependenciesError`` with the code `cannotEdit` and the place.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.remove_pip_package(pip_package)`
    public mutating func removePipPackage(_ pipPackage: String) throws {
        guard !pipPackage.hasPrefix("-") else { return }
        let entry = NamedEntry(text: pipPackage, name: PipRequirement.normalizedName(in: pipPackage))
        let found = pipPackages(like: entry)
        if !found.isEmpty { try remove(found, named: Set([entry.name].compactMap { $0 }), from: .pipItems) }
    }

    /// The requirements of that name, else those of that text.
    private mutating func pipPackages(like entry: NamedEntry) -> [YAMLNode] {
        let sameName = entry.name.map { content.entries(of: .pipItems, named: $0) } ?? []
        return sameName.isEmpty ? content.entries(of: .pipItems, withText: entry.text) : sameName
    }

    /// Replaces all pip requirements and options by others.
    ///
    /// - Parameter pipRequirements: The lines of the new list, in order.
    /// - Throws: ``CondaDependenciesError`` with the code `invalidValue`, or `cannotEdit` with the place.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.set_pip_requirements(pip_requirements)`
    public mutating func setPipRequirements(_ pipRequirements: [String]) throws {
        for line in pipRequirements { try requireEntry(line, called: "pip requirement") }
        // A copy, so that nothing is lost when one of the lines cannot be edited.
        var edited = self
        if let document {
            for list in document.pipLists {
                try edited.remove(document.itemsOfList(list), named: nil, from: .pipItems)
            }
        }
        for line in pipRequirements {
            try edited.appendEntry(NamedEntry(line, of: .pipItems), to: .pipItems)
        }
        if pipRequirements.isEmpty { try edited.leaveEmptyPipList() }
        self = edited
    }

    private func requirePipPackage(_ pipPackage: String) throws(CondaDependenciesError) -> PipRequirement {
        try requireEntry(pipPackage, called: "pip package")
        guard !pipPackage.trimmingBlanks.hasPrefix("-") else {
            throw CondaDependenciesError(
                .invalidValue,
                "'\(pipPackage)' is a pip option, not a package",
                hint: "use setPipOption(\"\(pipPackage.trimmingBlanks)\")"
            )
        }
        do {
            return try PipRequirement(parsing: pipPackage)
        } catch {
            throw CondaDependenciesError(
                .invalidValue,
                "'\(pipPackage)' is no pip requirement",
                hint: "write a name, and behind it a version if one is wanted, such as 'numpy>=1.26'",
                underlying: error
            )
        }
    }

    /// An empty list is data, which enters Azure's name; nothing, or null, is other data.
    private mutating func leaveEmptyPipList() throws(CondaDependenciesError) {
        guard let list = document?.pipLists.last else { return try appendPipList([]) }
        try edit { (document, _) throws(YAMLError) in
            if document.isNull(list), let key = document.keyOfValue(list) {
                try document.replaceValue(ofKey: key, with: .sequence([]))
            }
            return nil
        }
    }
}
