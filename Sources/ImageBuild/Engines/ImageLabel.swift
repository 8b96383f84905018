internal import AzureMLSupport

/// One label of an image.
struct ImageLabel: Sendable, Hashable {
    let name: String
    let value: String

    /// The argument after `--label`; it is not taken for an option, because the name begins with a letter.
    var argument: String { "\(name)=\(value)" }
}

extension ImageLabel {
    /// Returns the labels in an engine's answer.
    static func all(in json: JSONValue) -> [String: String] {
        var labels: [String: String] = [:]
        for (name, value) in json.object ?? [:] { labels[name] = value.string }
        return labels
    }
}
