package import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// The entries of all pip lists with the locations of their texts in ``serializeToString()``.
    package var pipLines: [(text: String, location: SourceLocation)] {
        guard let document = documentWithPlaces else { return [] }
        let nodes = document.pipEntries
        let locations = document.locations(of: nodes.map { (node: $0, textOffset: nil) })
        return zip(nodes, locations).map { (text: document.string(of: $0), location: $1) }
    }

    /// Returns the content of ``asDict()`` with each entry of the pip lists replaced.
    package func content(replacingPipLines replacement: (String) -> String) -> JSONValue {
        guard var members = asDict().object, let dependencies = members["dependencies"]?.array else { return asDict() }
        let replaced = dependencies.map { dependency in
            guard var lists = dependency.object, let pip = lists["pip"] else { return dependency }
            let lines = pip.array?.map { $0.string.map { JSONValue(replacement($0)) } ?? $0 }
            lists["pip"] = lines.map { JSONValue($0) } ?? pip.string.map { JSONValue(replacement($0)) } ?? pip
            return JSONValue(lists)
        }
        members["dependencies"] = JSONValue(replaced)
        return JSONValue(members)
    }

    /// The content with credentials masked, also those that quotes and escapes in a pip option hide.
    package var maskedContent: JSONValue {
        content { $0.maskingPipCredentials }.maskingCredentials
    }
}

extension String {
    /// A line for pip with credentials masked. The whole line is masked when its credential is not found in the text as
    /// it is written.
    var maskingPipCredentials: String {
        let masked = maskingCredentials
        guard utf8.contains(where: { "\"'\\".utf8.contains($0) }) else { return masked }
        let words = POSIXWords.split(utf8).map { String(decoding: $0, as: UTF8.self) }
        let shown = POSIXWords.split(masked.utf8).map { String(decoding: $0, as: UTF8.self) }
        guard shown != words.map(\.maskingValueCredentials) else { return masked }
        return String(decoding: utf8.map { $0 > .space ? UInt8(ascii: "*") : $0 }, as: UTF8.self)
    }
}
