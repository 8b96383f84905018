/// A JSON value that keeps everything that a file says: the order of members, integers of any size, lone surrogates.
///
/// A value read from a missing member is ``null``, so that look-ups can be chained:
/// `details["ingredients"]["dockerfile"]`. Its description is the plain text of a string and JSON for everything else.
///
/// > Python: the result of `json.loads`
public struct JSONValue: Sendable, Hashable {
    package enum Storage: Sendable, Hashable {
        case null
        case bool(Bool)
        case number(JSONNumber)
        case string(JSONString)
        case array([JSONValue])
        case object(JSONObject)
    }

    package var storage: Storage

    package init(_ storage: Storage) {
        self.storage = storage
    }

    /// JSON's `null`.
    public static let null = JSONValue(.null)

    /// Whether this is JSON's `null`, or was read from a missing member.
    public var isNull: Bool { storage == .null }

    /// The value as a Boolean; `nil` for every other kind.
    public var bool: Bool? {
        guard case .bool(let value) = storage else { return nil }
        return value
    }

    /// The value as an integer; `nil` for every other kind, and for a number that is not an integer or does not fit
    /// in `Int`.
    public var int: Int? {
        guard case .number(let value) = storage else { return nil }
        return value.int
    }

    /// The value as a floating-point number; `nil` for every other kind.
    public var double: Double? {
        guard case .number(let value) = storage else { return nil }
        return value.double
    }

    /// The value as text, with U+FFFD in place of each lone surrogate; `nil` for every other kind.
    public var string: String? {
        guard case .string(let value) = storage else { return nil }
        return value.text
    }

    /// The elements; `nil` for every other kind.
    public var array: [JSONValue]? {
        guard case .array(let value) = storage else { return nil }
        return value
    }

    /// The members in order; `nil` for every other kind.
    public var object: JSONObject? {
        guard case .object(let value) = storage else { return nil }
        return value
    }

    /// The member of that name; ``null`` when there is none or this is not an object.
    public subscript(name: String) -> JSONValue {
        object?[name] ?? .null
    }

    /// Whether this is an object with a member of that name, even if the member is ``null``. A misspelled name has
    /// none.
    ///
    /// - Parameter name: The name of the member.
    /// - Returns: Whether the member exists.
    public func contains(_ name: String) -> Bool {
        object?[name] != nil
    }

    /// The names of the members in order; empty when this is not an object.
    public var keys: [String] { object?.names ?? [] }

    /// The element at that position, from 0; ``null`` when there is none or this is not an array.
    public subscript(position: Int) -> JSONValue {
        guard let array, array.indices.contains(position) else { return .null }
        return array[position]
    }
}
