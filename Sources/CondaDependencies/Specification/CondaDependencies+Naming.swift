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
            try named().name
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
        let (document, data, name) = try named()
        do {
            // An edit has settled to which entry a comment belongs, also one that changed nothing.
            let original = content.isAsRead ? document : try document.reread()
            let expected = try YAMLText.canonical(of: data, name: name)
            // Where sorting would change the data, as with an anchor that moves behind its alias, the order stays.
            if let sorted = try? Self.mutated(original, name: name, data: expected, sorting: true) { return sorted }
            return try Self.mutated(original, name: name, data: expected, sorting: false)
        } catch let error as YAMLError {
            throw CondaDependenciesError(error)
        }
    }

    /// The document, its data and the name that these give it.
    private func named() throws(CondaDependenciesError) -> (document: YAMLDocument, data: JSONObject, name: String) {
        guard let document, let root = document.root else {
            throw CondaDependenciesError(
                .noSpecification,
                "there is no conda specification, so there is nothing to name",
                hint: "add a package first, or start from CondaDependencies()"
            )
        }
        let data = document.data(of: root).object ?? JSONObject()
        do {
            let text = try YAMLText.canonical(of: data, name: "")
            return (document, data, "azureml_" + ContentHash.sha256Hex(text).prefix(32))
        } catch {
            throw CondaDependenciesError(error)
        }
    }

    private static func mutated(
        _ original: YAMLDocument,
        name: String,
        data expected: [UInt8],
        sorting: Bool
    ) throws -> CondaDependencies {
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
        try mutated.requireData(expected, name: name, of: original)
        return mutated
    }

    /// The data must be the original's with the new name, whatever the edits above have done.
    private func requireData(
        _ expected: [UInt8],
        name: String,
        of original: YAMLDocument
    ) throws(YAMLError) {
        guard let originalRoot = original.root, let document, let root = document.root else { return }
        guard try YAMLText.canonical(of: document.data(of: root)) == expected else {
            throw YAMLError(
                .roundTripFailed,
                "this specification cannot take the name '\(name)' without changing other data",
                at: original.location(of: originalRoot),
                hint: "give it a plain 'name: value' line of its own"
            )
        }
    }
}

extension YAMLText {
    /// The canonical text of a specification's data with another name.
    fileprivate static func canonical(of data: JSONObject, name: String) throws(YAMLError) -> [UInt8] {
        var data = data
        data["name"] = JSONValue(.string(JSONString(name)))
        return try canonical(of: JSONValue(.object(data)))
    }
}
