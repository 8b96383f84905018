internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Adds a pip requirement at the end of the last `pip:` list, instead of any other of the same name.
    ///
    /// An entry of that name moves to the end together with its comments. Names compare as pip compares them:
    /// `Foo_Bar` is `foo-bar`.
    ///
    /// - Parameter pipPackage: A requirement, such as `numpy>=1.26 ; python_version < "3.12"`.
    /// - Throws: ``CondaDependenciesError`` with the code `invalidValue` for an option, or `cannotEdit` with the place.
    ///
    /// > Python: `CondaDependencies.add_pip_package(pip_package)`
    public mutating func addPipPackage(_ pipPackage: String) throws {
        try requireEntry(pipPackage, called: "pip package")
        guard !pipPackage.hasPrefix("-") else {
            throw CondaDependenciesError(
                .invalidValue,
                "'\(pipPackage)' is a pip option, not a package",
                hint: "use setPipOption(\"\(pipPackage)\")"
            )
        }
        let name = PipRequirement.normalizedName(in: pipPackage)
        let same = pipItemNodes(where: { text in
            text.utf8.elementsEqual(pipPackage.utf8) || (name != nil && PipRequirement.normalizedName(in: text) == name)
        })
        try replaceOrAppend(pipPackage, inPlaceOf: same, moving: true)
    }

    /// Removes every pip requirement of that name; nothing happens when there is none.
    ///
    /// - Parameter pipPackage: A requirement or a name.
    /// - Throws: ``CondaDependenciesError`` with the code `cannotEdit` and the place.
    ///
    /// > Python: `CondaDependencies.remove_pip_package(pip_package)`
    public mutating func removePipPackage(_ pipPackage: String) throws {
        let name = PipRequirement.normalizedName(in: pipPackage)
        try removeEntries(
            pipItemNodes(where: { text in
                !text.hasPrefix("-")
                    && (text.utf8.elementsEqual(pipPackage.utf8)
                        || (name != nil && PipRequirement.normalizedName(in: text) == name))
            })
        )
    }

    /// Replaces all pip requirements and options by others.
    ///
    /// - Parameter pipRequirements: The lines of the new list, in order.
    /// - Throws: ``CondaDependenciesError`` with the code `invalidValue`, or `cannotEdit` with the place.
    ///
    /// > Python: `CondaDependencies.set_pip_requirements(pip_requirements)`
    public mutating func setPipRequirements(_ pipRequirements: [String]) throws {
        for line in pipRequirements { try requireEntry(line, called: "pip requirement") }
        var edited = self
        try edited.removeEntries(pipItemNodes(where: { _ in true }))
        for line in pipRequirements { try edited.appendPipItem(line) }
        self = edited
    }

    /// The entries of all `pip:` lists whose text fulfils a condition.
    func pipItemNodes(where condition: (String) -> Bool) -> [YAMLNode] {
        guard let document else { return [] }
        return pipLists.filter { document.kind(of: $0) == .sequence }.flatMap { list in
            document.items(of: list).filter { condition(document.string(of: $0)) }
        }
    }

    mutating func removeEntries(_ entries: [YAMLNode]) throws(CondaDependenciesError) {
        for entry in entries {
            try edit { (document, _) throws(YAMLError) in try document.remove(entry) }
        }
    }

    /// Gives the last of the entries another text and removes the others; without entries the text is appended.
    mutating func replaceOrAppend(
        _ text: String,
        inPlaceOf entries: [YAMLNode],
        moving: Bool
    ) throws(CondaDependenciesError) {
        guard let kept = entries.last else {
            try appendPipItem(text)
            return
        }
        try removeEntries(entries.dropLast())
        try edit { (document, _) throws(YAMLError) in
            try document.replaceScalar(kept, with: text)
            if moving { try document.moveToEnd(kept) }
        }
    }

    mutating func appendPipItem(_ text: String) throws(CondaDependenciesError) {
        guard let list = pipLists.last else {
            let content = YAMLContent.mapping([(key: "pip", value: .sequence([.text(text)]))])
            try append(content, toListOf: "dependencies")
            return
        }
        try edit { (document, _) throws(YAMLError) in
            if document.kind(of: list) == .scalar, let key = document.keyOfValue(list) {
                let old = document.isNull(list) ? [] : [YAMLContent.text(document.string(of: list))]
                try document.replaceValue(ofKey: key, with: .sequence(old + [.text(text)]))
            } else {
                try document.append(.text(text), to: list)
            }
        }
    }
}
