internal import AzureMLSupport
internal import AzureMLSystem
internal import LosslessYAML

extension CondaDependencies {
    /// The name that Azure ML gives to this specification: `azureml_` and 32 hexadecimal digits.
    ///
    /// The digits are the start of SHA-256 over the specification's data as YAML with sorted keys and an empty `name`;
    /// layout, comments and the user's own name do not enter. Proven on 51 public pairs; texts that need quotes,
    /// `prefix` and `variables` are beyond those.
    ///
    /// - Throws: ``CondaDependenciesError`` with the code `noSpecification` for ``empty``.
    public var environmentName: String {
        get throws {
            try nameForAzure()
        }
    }

    /// The specification as Azure ML returns it after registering: keys sorted, and `name` set to ``environmentName``.
    ///
    /// All other lines stay as they are, each with its comments. What stands above the first key and below the last
    /// entry does not move.
    ///
    /// - Returns: The mutated specification; the same one when it is mutated already.
    /// - Throws: ``CondaDependenciesError`` with the code `noSpecification` for ``empty``, or `cannotEdit` with the place
    ///   where the text cannot take the name.
    public func mutated() throws -> CondaDependencies {
        let name = try nameForAzure()
        guard let document else { return self }
        do {
            let fresh = try document.reread()
            // Where sorting would change the data, as with an anchor that moves behind its alias, the order stays.
            if let sorted = try? Self.mutated(fresh, name: name, sorting: true) { return sorted }
            return try Self.mutated(fresh, name: name, sorting: false)
        } catch let error as YAMLError {
            throw CondaDependenciesError(error)
        }
    }

    private func nameForAzure() throws(CondaDependenciesError) -> String {
        guard let document, let root = document.root else {
            throw CondaDependenciesError(
                .noSpecification,
                "there is no conda specification, so there is nothing to name",
                hint: "add a package first, or start from CondaDependencies()"
            )
        }
        do {
            let text = try document.canonicalText(of: root, name: "")
            return "azureml_" + ContentHash.sha256Hex(text).prefix(32)
        } catch {
            throw CondaDependenciesError(error)
        }
    }

    private static func mutated(_ original: YAMLDocument, name: String, sorting: Bool) throws -> CondaDependencies {
        var document = original
        guard let root = document.root else { return CondaDependencies(document: original) }
        if sorting { try document.sortPairs(of: root) }
        if let value = document.value(forKey: "name", in: root) {
            try document.replaceScalar(value, with: name)
        } else {
            let successor = document.pairs(of: root).map(\.key).first { key in
                "name".utf8.lexicographicallyPrecedes(document.utf8(of: key))
            }
            try document.insert(.text(name), forKey: "name", into: root, before: sorting ? successor : nil)
            // Between braces a pair is put at the end.
            if sorting { try document.sortPairs(of: root) }
        }
        let mutated = CondaDependencies(document: try document.reread())
        try mutated.requireStructure()
        try mutated.requireData(of: original, name: name)
        return mutated
    }

    /// The data must be the original's with the new name, whatever the edits above have done.
    private func requireData(of original: YAMLDocument, name: String) throws(YAMLError) {
        guard let root = original.root, let document, let mutatedRoot = document.root else { return }
        let expected = try original.canonicalText(of: root, name: name)
        guard try YAMLText.canonical(of: document.data(of: mutatedRoot)) == expected else {
            throw YAMLError(
                .roundTripFailed,
                "this specification cannot take the name '\(name)' without changing other data",
                at: original.location(of: root),
                hint: "give it a plain 'name: value' line of its own"
            )
        }
    }
}

extension YAMLDocument {
    /// The canonical text of a specification's data with another name.
    fileprivate func canonicalText(of root: YAMLNode, name: String) throws(YAMLError) -> [UInt8] {
        var data = data(of: root).object ?? JSONObject()
        data["name"] = JSONValue(.string(JSONString(name)))
        return try YAMLText.canonical(of: JSONValue(.object(data)))
    }
}
