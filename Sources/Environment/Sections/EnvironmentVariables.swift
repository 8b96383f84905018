public import AzureMLSupport

/// Environment variables in order.
///
/// Values are usually strings, but a stored definition may have any JSON value, which is kept as it is.
///
/// > Python: `azureml.core.environment.Environment.environment_variables`
public struct EnvironmentVariables: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// The variables with their JSON values.
    public private(set) var values: JSONObject

    /// Makes variables from JSON members.
    public init(_ values: JSONObject = JSONObject()) {
        self.values = values
    }

    /// Makes variables from a dictionary literal, in its order.
    public init(dictionaryLiteral variables: (String, String)...) {
        self.init(JSONObject(variables.map { ($0, JSONValue($1)) }))
    }

    /// Makes variables from a dictionary, sorted by name, because a dictionary has no order.
    public init(_ variables: [String: String]) {
        self.init()
        merge(variables)
    }

    /// Sets variables, in the order of their names: existing ones keep their positions, and new ones follow at the end.
    ///
    /// > Python: `env.environment_variables.update(variables)`
    ///
    /// - Parameter variables: The variables with their values.
    public mutating func merge(_ variables: [String: String]) {
        for (name, value) in variables.sorted(by: { $0.key < $1.key }) { self[name] = value }
    }

    /// The value of a variable; `nil` when there is no such variable. A value that is not a string is in its JSON form.
    ///
    /// Setting a value keeps the position of an existing variable, and setting `nil` removes the variable.
    public subscript(name: String) -> String? {
        get { values[name]?.description }
        set { values[name] = newValue.map { JSONValue($0) } }
    }

    /// The names in order.
    public var names: [String] { values.names }

    /// The number of variables.
    public var count: Int { values.count }

    /// Whether there are no variables.
    public var isEmpty: Bool { values.count == 0 }
}

extension EnvironmentVariables: CustomStringConvertible, CustomReflectable {
    /// The variables as JSON, with sorted names and masked passwords in URLs.
    public var description: String { maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension EnvironmentVariables: Sequence {
    /// Makes an iterator over the variables in order.
    public func makeIterator() -> AnyIterator<(name: String, value: String)> {
        let iterator = values.makeIterator()
        return AnyIterator { iterator.next().map { (name: $0.name, value: $0.value.description) } }
    }
}
