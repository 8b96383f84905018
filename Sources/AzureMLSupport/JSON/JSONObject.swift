internal import OrderedCollections

/// The members of a JSON object, in order. Names compare by their code units, never by canonical equivalence.
public struct JSONObject: Sendable, Hashable {
    private var members: OrderedDictionary<JSONString, JSONValue> = [:]

    /// Makes an object without members.
    public init() {}

    /// Makes an object of members whose names differ. Comparing them would take most of the time of writing a section.
    package init(uniqueMembers: [(JSONString, JSONValue)]) {
        members = OrderedDictionary(uncheckedUniqueKeysWithValues: uniqueMembers)
    }

    /// The value of a member; `nil` when there is none. Setting an existing member keeps its position.
    public subscript(name: String) -> JSONValue? {
        get { members[JSONString(name)] }
        set { members[JSONString(name)] = newValue }
    }

    package subscript(name: JSONString) -> JSONValue? {
        get { members[name] }
        set { members[name] = newValue }
    }

    /// Returns the value of a member, which is probably at a position: nearly all definitions have their members in the
    /// same order, in which a search would compare each name with half of the others.
    package func value(of name: JSONString, probablyAt position: Int) -> JSONValue? {
        position < members.count && members.keys[position] == name ? members.values[position] : members[name]
    }

    /// The number of members.
    public var count: Int { members.count }

    /// The names of the members, in order.
    public var names: [String] { members.keys.map(\.text) }

    /// The members in order, with names that keep their lone surrogates.
    package var exactMembers: some Sequence<(name: JSONString, value: JSONValue)> {
        members.lazy.map { (name: $0.key, value: $0.value) }
    }
}

extension JSONObject: Sequence {
    /// Visits the members in order.
    public func makeIterator() -> AnyIterator<(name: String, value: JSONValue)> {
        var iterator = members.makeIterator()
        return AnyIterator { iterator.next().map { (name: $0.key.text, value: $0.value) } }
    }
}
