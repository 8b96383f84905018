internal import AzureMLSupport
internal import AzureMLSystem
internal import LosslessYAML

extension CondaDependencies {
    /// The name that Azure ML gives to this specification: `azureml_` and 32 hexadecimal digits.
    ///
    /// The digits are the start of the SHA-256 digest of the specification's data as YAML with sorted keys and an empty
    /// `name`; layout, comments and the user's name do not matter. This is verified with 51 public pairs of a
    /// specification and its name, which do not cover texts that need quotes, `prefix` and `variables`.
    ///
    /// - Throws: ``CondaDependenciesError`` with the code `specificationMissing` for ``empty``.
    public var environmentName: String {
        get throws {
            try named().name
        }
    }

    /// Returns the specification as Azure ML returns it after registration: with sorted keys, and `name` set to
    /// ``environmentName``.
    ///
    /// All other lines stay the same, and keep their comments. Lines above the first key and below the last entry do
    /// not move.
    ///
    /// - Returns: The mutated specification; the same one when it is already mutated.
    /// - Throws: ``CondaDependenciesError`` with the code `specificationMissing` for ``empty``, or `editRefused` and
    ///   the location when the text cannot take the name.
    public func mutated() throws -> CondaDependencies {
        let (document, data, name) = try named()
        do {
            // Any edit, even one that changed nothing, may have decided which entry a comment belongs to.
            let original = content.isAsRead ? document : try document.reread()
            let expected = try YAMLText.canonical(of: data, name: name)
            // The order stays when sorting would change the data, for example by moving an anchor after its alias.
            if let sorted = try? Self.mutated(original, name: name, data: expected, sorting: true) { return sorted }
            return try Self.mutated(original, name: name, data: expected, sorting: false)
        } catch let error as YAMLError {
            throw CondaDependenciesError(error)
        }
    }

    /// Returns the document, its data and the name that Azure ML derives from the data.
    private func named() throws(CondaDependenciesError) -> (document: YAMLDocument, data: JSONObject, name: String) {
        guard let document, let root = document.root else {
            throw CondaDependenciesError(
                .specificationMissing,
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
            // In a flow mapping, the pair is inserted at the end.
            if sorting { try document.sortPairs(of: root) }
        }
        let mutated = CondaDependencies(document: try document.reread())
        try mutated.requireStructure()
        try mutated.requireData(expected, name: name, of: original)
        return mutated
    }

    /// Checks that the data is the original's with the new name, whatever the edits above have done.
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
                hint: "write 'name: value' on its own line"
            )
        }
    }
}

extension YAMLText {
    /// Returns the canonical text of a specification's data with another name.
    fileprivate static func canonical(of data: JSONObject, name: String) throws(YAMLError) -> [UInt8] {
        var data = data
        data["name"] = JSONValue(.string(JSONString(name)))
        return try canonical(of: JSONValue(.object(data)))
    }
}
