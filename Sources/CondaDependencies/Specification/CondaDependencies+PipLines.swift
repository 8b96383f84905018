package import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// The entries of all pip lists as the lines that pip reads, with the locations of their texts in
    /// ``serializeToString()``.
    ///
    /// - Parameter isIncluded: Whether a line is wanted. The locations of the others are not worked out.
    /// - Returns: The wanted lines.
    package func pipLines(where isIncluded: (String) -> Bool) -> [(text: String, location: SourceLocation)] {
        guard let edited = document else { return [] }
        let lines = Self.joined(edited.pipEntries.map { edited.string(of: $0) }).compactMap { position, text in
            text.flatMap { isIncluded($0) ? (text: $0, position: position) : nil }
        }
        // Most often no line is wanted, and then the text need not be parsed again for the places.
        guard !lines.isEmpty, let document = documentWithPlaces else { return [] }
        let nodes = document.pipEntries
        let locations = document.locations(of: lines.map { (node: nodes[$0.position], textOffset: nil) })
        return zip(lines, locations).map { (text: $0.text, location: $1) }
    }

    /// Joins entries as pip joins the lines of the file that conda makes of them: one that ends with a backslash
    /// continues in the next.
    ///
    /// - Parameter entries: The entries.
    /// - Returns: For each entry its position, and the line that begins there; `nil` when it continues another one.
    private static func joined(_ entries: [String]) -> [(position: Int, text: String?)] {
        var lines: [(position: Int, text: String?)] = []
        var start: Int?
        for (position, entry) in entries.enumerated() {
            let continues = entry.hasSuffix("\\") && position + 1 < entries.count
            let text = continues ? String(entry.dropLast()) : entry
            if let start { lines[start].text? += text }
            lines.append((position, start == nil ? text : nil))
            start = continues ? start ?? position : nil
        }
        return lines
    }

    /// Returns the data of a specification with the entries of the pip lists replaced by the lines that they are for pip,
    /// each changed by a function. An entry that continues another one is empty then.
    ///
    /// - Parameters:
    ///   - data: The result of ``asDict()``.
    ///   - replacement: The function.
    /// - Returns: The changed data.
    package static func content(of data: JSONValue, replacingPipLines replacement: (String) -> String) -> JSONValue {
        guard var members = data.object, let dependencies = members["dependencies"]?.array else { return data }
        let replaced = dependencies.map { dependency in
            guard var lists = dependency.object, let pip = lists["pip"] else { return dependency }
            let lines = pip.array.map { Self.replacing($0, replacement) }
            lists["pip"] = lines.map { JSONValue($0) } ?? pip.string.map { JSONValue(replacement($0)) } ?? pip
            return JSONValue(lists)
        }
        members["dependencies"] = JSONValue(replaced)
        return JSONValue(members)
    }

    private static func replacing(_ entries: [JSONValue], _ replacement: (String) -> String) -> [JSONValue] {
        let texts = entries.compactMap(\.string)
        guard texts.count == entries.count, texts.dropLast().contains(where: { $0.hasSuffix("\\") }) else {
            return entries.map { $0.string.map { JSONValue(replacement($0)) } ?? $0 }
        }
        return joined(texts).map { JSONValue($0.text.map(replacement) ?? "") }
    }

    /// The content with credentials masked, also those that quotes and escapes in a pip option hide.
    package var maskedContent: JSONValue {
        Self.content(of: asDict()) { $0.maskingPipCredentials }.maskingCredentials
    }
}

extension String {
    /// A line for pip with credentials masked. The whole line is masked when its credential is not found in the text as
    /// it is written.
    var maskingPipCredentials: String {
        let masked = maskingCredentials
        guard utf8.contains(where: POSIXWords.isQuote) else { return masked }
        let words = POSIXWords.split(utf8).map { String(decoding: $0, as: UTF8.self) }
        let shown = POSIXWords.split(masked.utf8).map { String(decoding: $0, as: UTF8.self) }
        guard shown != words.map(\.maskingCredentials) else { return masked }
        return String(decoding: utf8.map { $0 > .space ? UInt8(ascii: "*") : $0 }, as: UTF8.self)
    }
}
