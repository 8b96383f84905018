/// Literal texts in members called like secrets, such as `Password` in place of `password`.
extension JSONValue {
    /// Calls a closure with each literal text, and its place, in a member called like a secret, or below one.
    package func forEachNamedSecret(at place: JSONPlace, isNamed: Bool = false, _ body: (JSONPlace, String) -> Void) {
        switch storage {
        case .string(let text):
            guard isNamed, SecretName.isLiteral(text.text) else { return }
            body(place, text.text)
        case .array(let elements):
            for (position, element) in elements.enumerated() {
                element.forEachNamedSecret(at: .element(position, of: place), isNamed: isNamed, body)
            }
        case .object(let members):
            for (name, value) in members.exactMembers where value.canHaveText {
                let isNamed = isNamed || SecretName.isMember(name.text)
                value.forEachNamedSecret(at: .member(name.text, of: place), isNamed: isNamed, body)
            }
        case .null, .bool, .number: return
        }
    }

    /// Whether this is a text or has values in it. Most members of a definition do not need to be named.
    private var canHaveText: Bool {
        switch storage {
        case .string: true
        case .array(let elements): !elements.isEmpty
        case .object(let members): members.count > 0
        case .null, .bool, .number: false
        }
    }

    /// The value of a member with the literal texts masked that are called like secrets.
    package func maskingSecrets(named name: JSONString) -> JSONValue {
        maskingSecrets(isNamed: SecretName.isMember(name.text))
    }

    /// The value with the literal texts masked that are called like secrets.
    ///
    /// - Parameter isNamed: Whether the value itself is called like one.
    /// - Returns: The masked value.
    func maskingSecrets(isNamed: Bool) -> JSONValue {
        switch storage {
        case .string(let text):
            return isNamed && SecretName.isLiteral(text.text) ? "***" : self
        case .array(let elements):
            return JSONValue(elements.map { $0.maskingSecrets(isNamed: isNamed) })
        case .object(let members):
            let masked = members.map { name, value in
                let isNamed = isNamed || SecretName.isMember(name)
                return (name, value.maskingSecrets(isNamed: isNamed))
            }
            return JSONValue(JSONObject(masked))
        case .null, .bool, .number: return self
        }
    }
}
