internal import AzureMLSupport
internal import CondaDependencies

/// How a secret is written into JSON.
enum SecretTreatment: Sendable {
    /// A plain secret as text, a reference as `null`: azureml-core's own format.
    case revealed
    /// `null` for every secret: what a workspace stores.
    case withheld
    /// Stars for a plain secret, a reference as text: what descriptions show.
    case masked
}

/// A property of a section as a JSON value.
protocol JSONMemberValue: Equatable, Sendable {
    /// Reads a value that is not `null`.
    init(json: JSONValue) throws(JSONMismatch)
    /// What `null` means; `nil` refuses it.
    static var whenNull: Self? { get }
    /// What words such as "a text" name in messages.
    static var expectation: String { get }
    /// The value as JSON; `nil` leaves the member out.
    func json(secrets: SecretTreatment) -> JSONValue?
}

extension String: JSONMemberValue {
    init(json: JSONValue) throws(JSONMismatch) {
        guard let text = json.string else { throw JSONMismatch(expected: Self.expectation, found: json) }
        self = text
    }

    static var whenNull: String? { "" }
    static var expectation: String { "a text" }
    func json(secrets: SecretTreatment) -> JSONValue? { JSONValue(self) }
}

extension Bool: JSONMemberValue {
    init(json: JSONValue) throws(JSONMismatch) {
        guard let truth = json.bool else { throw JSONMismatch(expected: Self.expectation, found: json) }
        self = truth
    }

    static var whenNull: Bool? { false }
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

    static var whenNull: [Element]? { [] }
    static var expectation: String { "a list" }

    func json(secrets: SecretTreatment) -> JSONValue? {
        JSONValue(map { $0.json(secrets: secrets) ?? .null })
    }
}

extension Optional: JSONMemberValue where Wrapped: JSONMemberValue {
    init(json: JSONValue) throws(JSONMismatch) {
        self = try Wrapped(json: json)
    }

    static var whenNull: Wrapped?? { .some(nil) }
    static var expectation: String { Wrapped.expectation }

    func json(secrets: SecretTreatment) -> JSONValue? {
        self?.json(secrets: secrets) ?? .null
    }
}

extension Secret: JSONMemberValue {
    init(json: JSONValue) throws(JSONMismatch) {
        self.init(try String(json: json))
    }

    static var whenNull: Secret? { nil }
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

    static var whenNull: EnvironmentVariables? { EnvironmentVariables() }
    static var expectation: String { "an object" }
    func json(secrets: SecretTreatment) -> JSONValue? { JSONValue(values) }
}

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
            let sorted = members.sorted { $0.name.exact < $1.name.exact }
            return JSONValue(JSONObject(sorted.map { ($0.name.maskingCredentials, $0.value.maskedAndSorted) }))
        case .null, .bool, .number:
            return self
        }
    }
}
