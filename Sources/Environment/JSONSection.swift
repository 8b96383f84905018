internal import AzureMLSupport

/// A part of an environment that is one JSON object: its members in azureml-core's order, each with its property.
protocol JSONSection: JSONMemberValue {
    /// The section when no member is given.
    static var withoutMembers: Self { get }
    static var members: [JSONMember<Self>] { get }
    var remainder: JSONRemainder { get set }
}

extension JSONSection {
    init(json: JSONValue) throws(JSONMismatch) {
        guard let object = json.object else { throw JSONMismatch(expected: Self.expectation, found: json) }
        self = .withoutMembers
        let members = Self.members
        for member in members {
            guard let value = object[member.name] else { continue }
            do throws(JSONMismatch) {
                try member.read(value, &self)
            } catch {
                throw error.within(member: member.name)
            }
            remainder.keep(value, of: member.name, readAs: member.write(self, .revealed))
        }
        remainder.keepUnknownMembers(of: object, known: members.map(\.name))
    }

    static var expectation: String { "an object" }

    func json(secrets: SecretTreatment) -> JSONValue? {
        var object = JSONObject()
        remainder.appendUnknownMembers(after: nil, to: &object)
        for member in Self.members {
            if let value = member.write(self, secrets) {
                object[member.name] = remainder.exactValue(of: member.name, writtenAs: value)
            }
            remainder.appendUnknownMembers(after: member.name, to: &object)
        }
        return JSONValue(object)
    }
}

/// One member of a section: how it is read into its property and written from it.
struct JSONMember<Section> {
    let name: String
    let read: (JSONValue, inout Section) throws(JSONMismatch) -> Void
    let write: (Section, SecretTreatment) -> JSONValue?

    init<Value: JSONMemberValue>(_ name: String, _ property: WritableKeyPath<Section, Value>) {
        self.name = name
        read = { json, section throws(JSONMismatch) in
            guard json.isNull else {
                section[keyPath: property] = try Value(json: json)
                return
            }
            guard let value = Value.whenNull else { throw JSONMismatch(expected: Value.expectation, found: json) }
            section[keyPath: property] = value
        }
        write = { section, secrets in section[keyPath: property].json(secrets: secrets) }
    }
}
