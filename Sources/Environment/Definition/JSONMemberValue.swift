internal import AzureMLSupport
internal import CondaDependencies

/// How a secret is written into JSON.
enum SecretTreatment: Sendable {
    /// The value of a plain secret, and `null` for a reference: azureml-core's format.
    case revealed
    /// `null` for every secret: the format that a workspace stores.
    case withheld
    /// Asterisks for a plain secret, and the text of a reference: the format of descriptions.
    case masked
}

/// The type of a section's property, which can be read from and written as a JSON value.
protocol JSONMemberValue: Equatable, Sendable {
    /// Reads a value that is not `null`.
    init(json: JSONValue) throws(JSONMismatch)
    /// The value that `null` stands for; `nil` when `null` is refused.
    static var valueForNull: Self? { get }
    /// The expected kind of value in the words of an error message, such as "a string".
    static var expectation: String { get }
    /// Returns the value as JSON; `nil` to leave the member out.
    func json(secrets: SecretTreatment) -> JSONValue?
    /// The members of this value and of those in it that azureml-core does not have.
    var unknownMembers: [UnknownJSONMember] { get }
}

extension JSONMemberValue {
    /// Only sections have members.
    var unknownMembers: [UnknownJSONMember] { [] }
}

extension String: JSONMemberValue {
    init(json: JSONValue) throws(JSONMismatch) {
        guard let text = json.string else { throw JSONMismatch(expected: Self.expectation, found: json) }
        self = text
    }

    static var valueForNull: String? { "" }
    static var expectation: String { "a string" }
    func json(secrets: SecretTreatment) -> JSONValue? { JSONValue(self) }
}

extension Bool: JSONMemberValue {
    init(json: JSONValue) throws(JSONMismatch) {
        guard let truth = json.bool else { throw JSONMismatch(expected: Self.expectation, found: json) }
        self = truth
    }

    static var valueForNull: Bool? { false }
    static var expectation: String { "true or false" }
    func json(secrets: SecretTreatment) -> JSONValue? { JSONValue(self) }
}

extension Array: JSONMemberValue where Element: JSONMemberValue {
    init(json: JSONValue) throws(JSONMismatch) {
        guard let elements = json.array else { throw JSONMismatch(expected: Self.expectation, found: json) }
        self = []
        reserveCapacity(elements.count)
        for (position, element) in elements.enumerated() {
            do throws(JSONMismatch) {
                guard !element.isNull else { throw JSONMismatch(expected: Element.expectation, found: element) }
                append(try Element(json: element))
            } catch {
                throw error.within(element: position)
            }
        }
    }

    static var valueForNull: [Element]? { [] }
    static var expectation: String { "a list" }

    func json(secrets: SecretTreatment) -> JSONValue? {
        JSONValue(map { $0.json(secrets: secrets) ?? .null })
    }

    var unknownMembers: [UnknownJSONMember] {
        enumerated().flatMap { position, element in element.unknownMembers.map { $0.within("[\(position)]") } }
    }
}

extension Optional: JSONMemberValue where Wrapped: JSONMemberValue {
    init(json: JSONValue) throws(JSONMismatch) {
        self = try Wrapped(json: json)
    }

    static var valueForNull: Wrapped?? { .some(nil) }
    static var expectation: String { Wrapped.expectation }

    func json(secrets: SecretTreatment) -> JSONValue? {
        self?.json(secrets: secrets) ?? .null
    }

    var unknownMembers: [UnknownJSONMember] { self?.unknownMembers ?? [] }
}

extension Secret: JSONMemberValue {
    init(json: JSONValue) throws(JSONMismatch) {
        self.init(try String(json: json))
    }

    static var valueForNull: Secret? { nil }
    static var expectation: String { String.expectation }

    func json(secrets: SecretTreatment) -> JSONValue? {
        switch (secrets, source) {
        case (.masked, _): JSONValue(description)
        case (.revealed, .value(let value)): JSONValue(value)
        case (.revealed, _), (.withheld, _): .null
        }
    }
}

extension EnvironmentVariables: JSONMemberValue {
    init(json: JSONValue) throws(JSONMismatch) {
        guard let values = json.object else { throw JSONMismatch(expected: Self.expectation, found: json) }
        self.init(values)
    }

    static var valueForNull: EnvironmentVariables? { EnvironmentVariables() }
    static var expectation: String { "an object" }
    func json(secrets: SecretTreatment) -> JSONValue? { JSONValue(values) }
}

extension JSONMemberValue {
    /// The JSON form with sorted members, as in Python's `repr` of an environment, and with all secrets masked.
    var maskedText: String {
        (json(secrets: .masked) ?? .null).sorted.maskingCredentials.pythonText(indent: 4)
    }
}

extension JSONValue {
    /// The value with the members of each object sorted by name.
    fileprivate var sorted: JSONValue {
        switch storage {
        case .array(let elements):
            return JSONValue(elements.map(\.sorted))
        case .object(let members):
            // Python sorts names by code point, and UTF-8 bytes sort in the same order.
            let sorted = members.sorted { $0.name.exact < $1.name.exact }
            return JSONValue(JSONObject(sorted.map { ($0.name, $0.value.sorted) }))
        case .null, .bool, .number, .string:
            return self
        }
    }
}
