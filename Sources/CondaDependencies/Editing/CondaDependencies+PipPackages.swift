internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Adds a pip requirement at the end of the last `pip:` list, replacing any requirement of the same name.
    ///
    /// An existing entry of that name moves to the end with its comments; from an earlier list, which conda ignores, it
    /// moves without them. Names are compared as pip compares them: `Foo_Bar` is `foo-bar`.
    ///
    /// - Parameter pipPackage: A requirement, such as `numpy>=1.26 ; python_version < "3.12"`.
    /// - Throws: ``CondaDependenciesError`` with the code `valueInvalid` for an option or a string that is not a
    ///   requirement, or `editRefused` and the location.
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
        guard isInLastPipList(kept) else {
            // A copy, so that nothing is lost when the entry cannot be appended.
            var edited = self
            try edited.remove(same, named: Set([entry.name].compactMap { $0 }), from: .pipItems)
            try edited.appendEntry(entry, to: .pipItems)
            self = edited
            return
        }
        try replace(same, of: .pipItems, with: entry, keeping: kept, movingToEnd: true)
    }

    private func isInLastPipList(_ item: YAMLNode) -> Bool {
        guard let document, let last = content.lastPipList else { return true }
        return item == last || document.collection(around: item) == last
    }

    /// Removes every pip requirement of that name, if there are any.
    ///
    /// - Parameter pipPackage: A requirement or a name.
    /// - Throws: ``CondaDependenciesError`` with the code `editRefused` and the location.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.remove_pip_package(pip_package)`
    public mutating func removePipPackage(_ pipPackage: String) throws {
        guard !pipPackage.hasPrefix("-") else { return }
        let entry = NamedEntry(text: pipPackage, name: PipRequirement.normalizedName(in: pipPackage))
        let found = pipPackages(like: entry)
        if !found.isEmpty { try remove(found, named: Set([entry.name].compactMap { $0 }), from: .pipItems) }
    }

    /// Returns the requirements of that name or, when there are none, those with that text.
    private mutating func pipPackages(like entry: NamedEntry) -> [YAMLNode] {
        let sameName = entry.name.map { content.entries(of: .pipItems, named: $0) } ?? []
        return sameName.isEmpty ? content.entries(of: .pipItems, withText: entry.text) : sameName
    }

    /// Replaces all pip requirements and options.
    ///
    /// - Parameter pipRequirements: The lines of the new list, in order.
    /// - Throws: ``CondaDependenciesError`` with the code `valueInvalid`, or `editRefused` and the location.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.set_pip_requirements(pip_requirements)`
    public mutating func setPipRequirements(_ pipRequirements: [String]) throws {
        for line in pipRequirements {
            if line.trimmingBlanks.hasPrefix("-") {
                _ = try requireWholeOption(line)
            } else {
                _ = try requirePipPackage(line)
            }
        }
        try setPipEntries(pipRequirements)
    }

    /// Replaces all pip requirements and options by lines that are entries, but that pip may refuse, such as those of a
    /// requirements file.
    package mutating func setPipEntries(_ pipRequirements: [String]) throws {
        // A copy, so that nothing is lost when one of the lines cannot be edited.
        var edited = self
        if let document {
            try edited.remove(document.pipLists.flatMap(document.itemsOfList), named: nil, from: .pipItems)
        }
        if pipRequirements.isEmpty {
            try edited.leaveEmptyPipList()
        } else if edited.content.lastPipList == nil {
            try edited.appendPipList(pipRequirements.map(YAMLContent.text))
        } else {
            for line in pipRequirements { try edited.appendEntry(NamedEntry(line, of: .pipItems), to: .pipItems) }
        }
        self = edited
    }

    private func requirePipPackage(_ pipPackage: String) throws -> PipRequirement {
        try requireEntry(pipPackage, called: "pip package")
        guard !pipPackage.trimmingBlanks.hasPrefix("-") else {
            throw CondaDependenciesError(
                .valueInvalid,
                "'\(pipPackage)' is a pip option, not a package",
                hint: Self.advice(forOption: String(pipPackage.trimmingBlanks))
            )
        }
        return try PipRequirement(pipPackage)
    }

    /// Proposes `setPipOption` for a text that it takes.
    private static func advice(forOption text: String) -> String {
        guard let option = PipOption(text) else { return PackageKind.pipRequirement.hint.english }
        return option.syntaxError == nil ? "use setPipOption(\"\(text)\")" : PackageKind.pipOption.hint.english
    }

    /// Leaves an empty `pip:` list. Azure's name depends on the data, and null or a missing list are different data.
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
