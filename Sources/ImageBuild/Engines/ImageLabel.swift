internal import AzureMLSupport

/// One label of an image.
struct ImageLabel: Sendable, Hashable {
    let name: String
    let value: String

    /// The argument that follows `--label`; the name begins with a letter.
    var argument: String { "\(name)=\(value)" }
}

extension ImageLabel {
    /// The labels that an engine shows.
    static func all(in json: JSONValue) -> [String: String] {
        var labels: [String: String] = [:]
        for (name, value) in json.object ?? [:] { labels[name] = value.string }
        return labels
    }
}
