internal import AzureMLSupport

/// A part of an environment that is one JSON object. It lists its members in azureml-core's order, each with the
/// property that holds its value.
protocol JSONSection: JSONMemberValue {
    /// The section that an empty object stands for.
    static var empty: Self { get }
    static var members: JSONMembers<Self> { get }
    var remainder: JSONRemainder { get set }
}

extension JSONSection {
    init(json: JSONValue) throws(JSONMismatch) {
        guard let object = json.object else { throw JSONMismatch(expected: Self.expectation, found: json) }
        self = .empty
        var knownCount = 0
        for member in Self.members.all {
            guard let value = object.value(of: member.exactName, probablyAt: knownCount) else { continue }
            knownCount += 1
            do throws(JSONMismatch) {
                try member.read(value, &self)
            } catch {
                throw error.within(member: member.name)
            }
            guard JSONRemainder.propertyMayLoseForm(of: value) else { continue }
            remainder.recordExactValue(value, of: member.name, readAs: member.write(self, .revealed))
        }
        if knownCount < object.count { remainder.keepUnknownMembers(of: object, known: Self.members.names) }
    }

    static var expectation: String { "an object" }

    func json(secrets: SecretTreatment) -> JSONValue? {
        var members: [(JSONString, JSONValue)] = []
        members.reserveCapacity(Self.members.all.count)
        remainder.appendUnknownMembers(after: nil, to: &members, secrets: secrets)
        for member in Self.members.all {
            if let value = member.write(self, secrets) {
                members.append((member.exactName, remainder.exactValue(of: member.name, writtenAs: value)))
            }
            guard remainder.hasUnknownMembers else { continue }
            remainder.appendUnknownMembers(after: member.name, to: &members, secrets: secrets)
        }
        return JSONValue(JSONObject(uniqueMembers: members))
    }

    var unknownMembers: [UnknownJSONMember] {
        var unknown: [UnknownJSONMember] = []
        if remainder.hasUnknownMembers {
            let knownNames = Self.members.all.map(\.name)
            unknown += remainder.unknownNames.map { UnknownJSONMember(name: $0, knownNames: knownNames) }
        }
        for member in Self.members.all {
            let inside = member.unknownMembers(self)
            if !inside.isEmpty { unknown += inside.map { $0.within(member.name) } }
        }
        return unknown
    }
}

/// The members of a section in azureml-core's order.
struct JSONMembers<Section: Sendable>: Sendable, ExpressibleByArrayLiteral {
    let all: [JSONMember<Section>]
    let names: Set<JSONString>

    init(arrayLiteral members: JSONMember<Section>...) {
        all = members
        names = Set(members.map(\.exactName))
    }
}

/// A member of a section, with the closures that read it into a property and write it from that property.
///
/// It is a class, because each definition that is read or written visits all members, and copying their closures would
/// take as long as the work.
final class JSONMember<Section: Sendable>: Sendable {
    let name: String
    let exactName: JSONString
    let read: @Sendable (JSONValue, inout Section) throws(JSONMismatch) -> Void
    let write: @Sendable (Section, SecretTreatment) -> JSONValue?
    let unknownMembers: @Sendable (Section) -> [UnknownJSONMember]

    init<Value: JSONMemberValue>(_ name: String, _ property: any WritableKeyPath<Section, Value> & Sendable) {
        self.name = name
        exactName = JSONString(name)
        read = { json, section throws(JSONMismatch) in
            guard json.isNull else {
                section[keyPath: property] = try Value(json: json)
                return
            }
            guard let value = Value.valueForNull else { throw JSONMismatch(expected: Value.expectation, found: json) }
            section[keyPath: property] = value
        }
        write = { section, secrets in section[keyPath: property].json(secrets: secrets) }
        unknownMembers = { section in section[keyPath: property].unknownMembers }
    }
}
