internal import AzureMLSupport

extension JSONMemberValue {
    /// The JSON form with sorted members, as Python's `repr` of an environment has it, and with everything secret masked.
    var maskedText: String {
        (json(secrets: .masked) ?? .null).maskedAndSorted.pythonText(indent: 4)
    }
}

extension JSONValue {
    fileprivate var maskedAndSorted: JSONValue {
        switch storage {
        case .string(let text):
            // Half a character outside a pair would be lost, and is no part of an address.
            let masked = text.text.maskingCredentials
            return masked == text.text ? self : JSONValue(masked)
        case .array(let elements):
            return JSONValue(elements.map(\.maskedAndSorted))
        case .object(let members):
            // Python compares names by their characters' numbers, and UTF-8 keeps that order.
            let sorted = members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            return JSONValue(JSONObject(sorted.map { ($0.name.maskingCredentials, $0.value.maskedAndSorted) }))
        case .null, .bool, .number:
            return self
        }
    }
}
