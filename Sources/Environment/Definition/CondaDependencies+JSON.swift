internal import AzureMLSupport
internal import CondaDependencies

extension CondaDependencies: JSONMemberValue {
    init(json: JSONValue) throws(JSONMismatch) {
        do {
            self = try CondaDependencies(data: json)
        } catch {
            throw JSONMismatch(expected: "a conda specification (\(error))", found: json)
        }
    }

    static var valueForNull: CondaDependencies? { .empty }
    static var expectation: String { "a conda specification" }

    func json(secrets: SecretTreatment) -> JSONValue? {
        guard !isEmpty else { return nil }
        if case .masked = secrets { return maskedContent }
        return asDict()
    }
}
