public import AzureMLSupport

/// Environment variables in order. Values are texts as a rule; a stored definition may hold any JSON value, which stays
/// what it is.
///
/// > Python: `azureml.core.environment.Environment.environment_variables`
public struct EnvironmentVariables: Sendable, Hashable, ExpressibleByDictionaryLiteral, CustomStringConvertible {
    /// The variables with the kinds of their values.
    public private(set) var values: JSONObject

    /// Makes variables from JSON members.
    public init(_ values: JSONObject = JSONObject()) {
        self.values = values
    }

    /// Makes variables from a literal, in its order.
    public init(dictionaryLiteral variables: (String, String)...) {
        self.init(JSONObject(variables.map { ($0, JSONValue($1)) }))
    }

    /// The value of a variable, a value that is no text in its JSON form; `nil` when there is none. Setting keeps the
    /// place of a variable that exists, setting `nil` removes it.
    public subscript(name: String) -> String? {
        get { values[name]?.description }
        set { values[name] = newValue.map { JSONValue($0) } }
    }

    /// The names in order.
    public var names: [String] { values.names }

    /// The number of variables.
    public var count: Int { values.count }

    /// Whether there are none.
    public var isEmpty: Bool { values.count == 0 }

    /// The variables as JSON with sorted names, passwords in URLs masked.
    public var description: String { maskedText }
}

extension EnvironmentVariables: Sequence {
    /// Visits the variables in order.
    public func makeIterator() -> AnyIterator<(name: String, value: String)> {
        let iterator = values.makeIterator()
        return AnyIterator { iterator.next().map { (name: $0.name, value: $0.value.description) } }
    }
}
