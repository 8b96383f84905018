internal import AzureMLSupport

/// A JSON value of the wrong kind in a definition. Each level of the reader adds its step to the path.
struct JSONMismatch: Error {
    /// The steps from the outermost object, such as `docker`, `.arguments`, `[2]`.
    private var steps: [String] = []
    private let expected: String
    private let found: String

    init(expected: String, found: JSONValue) {
        self.expected = expected
        self.found = found.kindForMessages
    }

    func within(member name: String) -> JSONMismatch {
        var outer = self
        outer.steps.insert(name, at: 0)
        return outer
    }

    func within(element position: Int) -> JSONMismatch {
        var outer = self
        outer.steps.insert("[\(position)]", at: 0)
        return outer
    }

    /// The path with dots between members: `docker.arguments[2]`.
    var path: String {
        steps.reduce(into: "") { path, step in
            path += path.isEmpty || step.hasPrefix("[") ? step : ".\(step)"
        }
    }

    func error(file: String?) -> EnvironmentError {
        let subject = steps.isEmpty ? "the environment definition" : "the member '\(path)'"
        return EnvironmentError(
            .definitionInvalid,
            "\(subject) must be \(expected), but is \(found)",
            at: file.map { SourceLocation(file: $0) },
            hint: steps.isEmpty ? "write \(expected)" : "change '\(path)' to \(expected)"
        )
    }
}

extension JSONValue {
    fileprivate var kindForMessages: String {
        switch storage {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string(let text): "the string '\(text.text.prefix(80))'"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
