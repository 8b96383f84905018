/// A pip option in a requirements list, distinguished from other options as pip does.
struct PipOption {
    /// The long name, such as `--index-url`.
    let name: String
    let value: String?

    /// The error at which reading the text stopped; pip does not read the rest either.
    let syntaxError: PackageSyntaxError?
    /// The whole text when it has several options, which no other text replaces.
    private let combination: String?

    /// Reads an option; `nil` when the text is not one. A text with several options counts as the first of them.
    init?(_ text: String) {
        var parser = PipRequirementParser(text)
        var syntaxError: PackageSyntaxError?
        do throws(PackageSyntaxError) { try parser.parse() } catch { syntaxError = error }
        self.syntaxError = syntaxError
        let options = parser.parts.options.map { parser.option($0) }
        guard let first = options.first, first.name.contains(where: { $0 != "-" }) else { return nil }
        name = Self.longName(first.name) ?? first.name
        combination = options.count > 1 ? String(text.trimmingBlanks) : nil
        if syntaxError == nil {
            value = first.value
        } else {
            let rest = text.trimmingBlanks.utf8.dropFirst(first.name.utf8.count)
                .drop { $0.isBlank || $0 == UInt8(ascii: "=") }
            value = rest.isEmpty ? nil : String(Substring(rest))
        }
    }

    /// The options of which pip uses every one, and not only the last.
    ///
    /// Source: pip's `cmdoptions.py`, the options with `action="append"` and those of its format control.
    private static let additiveNames: Set<String> = [
        "--editable", "--requirement", "--constraint", "--extra-index-url", "--find-links", "--trusted-host",
        "--no-binary", "--only-binary", "--use-feature",
    ]

    /// Whether a list may have several options of this name, one for each value.
    var isAdditive: Bool { Self.additiveNames.contains(name) }

    /// The text that is equal for two options when one replaces the other.
    var identity: String { combination ?? (isAdditive ? "\(name) \(value ?? "")" : name) }
}
