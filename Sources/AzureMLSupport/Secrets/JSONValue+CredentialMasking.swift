extension JSONValue {
    /// The value with credentials masked in each string and in the names of members.
    package var maskingCredentials: JSONValue {
        switch storage {
        case .string(let text):
            // An unmasked string stays as it is, because converting it would lose unpaired surrogates.
            let masked = text.text.maskingCredentials
            return masked == text.text ? self : JSONValue(masked)
        case .array(let elements):
            return JSONValue(elements.map(\.maskingCredentials))
        case .object(let members):
            return JSONValue(
                JSONObject(members.map { ($0.name.maskingCredentials, $0.value.maskingCredentials(ofMember: $0.name)) })
            )
        case .null, .bool, .number:
            return self
        }
    }

    private func maskingCredentials(ofMember name: String) -> JSONValue {
        guard let text = string, URLCredential.isProxy(name: name) else { return maskingCredentials }
        return JSONValue(text.maskingProxyCredentials).maskingCredentials
    }
}
