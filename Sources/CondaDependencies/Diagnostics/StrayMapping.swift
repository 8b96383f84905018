internal import AzureMLSupport
internal import LosslessYAML

/// An item of `dependencies` or of a `pip:` list that YAML reads as a mapping, such as `- numpy: 1.26`, and the entry
/// that was meant.
struct StrayMapping {
    enum Value {
        case text(String), null, collection
    }

    private static let knownChannels: Set<String> = [
        "anaconda", "bioconda", "conda-forge", "defaults", "intel", "main", "microsoft", "nvidia", "pytorch", "r",
    ]

    let key: String
    let value: Value

    init(_ key: YAMLNode, _ value: YAMLNode, in document: YAMLDocument) {
        self.key = document.string(of: key)
        self.value =
            document.kind(of: value) != .scalar
            ? .collection : document.isNull(value) ? .null : .text(document.string(of: value))
    }

    var isCollection: Bool { if case .collection = value { true } else { false } }

    /// The mapping on one line.
    var written: String {
        switch value {
        case .text(let text): "\(key): \(text)"
        case .null: "\(key):"
        case .collection: "\(key): …"
        }
    }

    /// The entry that was probably meant; `nil` when no likely one is a match spec.
    var meant: String? {
        candidates.first { (try? CondaMatchSpec(parsing: $0)) != nil }
    }

    private var candidates: [String] {
        switch value {
        case .collection: return []
        // micromamba's `sel(unix): openmpi`.
        case .text(let text) where key.hasPrefix("sel("): return [text]
        case _ where !key.utf8.allSatisfy(\.isInName): return []
        case .null: return [key]
        case .text(let text):
            let first = text.utf8.first ?? 0
            if "<>=!~".utf8.contains(first) { return [key + text] }
            if first.isASCIIDigit || first == UInt8(ascii: "*") { return ["\(key)=\(text)"] }
            return Self.knownChannels.contains(key) ? ["\(key)::\(text)"] : []
        }
    }

    /// The advice for an item of a `pip:` list; `nil` when no requirement is likely.
    var hintForPip: String? {
        guard case .text(let text) = value else { return nil }
        if key.hasPrefix("-") { return "put it in quotes: '\(written)'" }
        guard let first = text.utf8.first, first.isASCIIDigit || "<>=!~".utf8.contains(first) else { return nil }
        let requirement = first.isASCIIDigit ? "\(key)==\(text)" : key + text
        return (try? PipRequirement(parsing: requirement)) == nil ? nil : "write '\(requirement)'"
    }
}
