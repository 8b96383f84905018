/// A pip option in a requirements list, distinguished from other options as pip does.
struct PipOption {
    /// The long name, such as `--index-url`.
    let name: String
    let value: String?

    /// The long names for pip's short and obsolete names.
    private static let longNames = [
        "-i": "--index-url", "--pypi-url": "--index-url", "-f": "--find-links", "-e": "--editable",
        "-r": "--requirement",
        "-c": "--constraint",
    ]

    /// Reads an option; `nil` when the text is not one.
    init?(_ text: String) {
        guard let name = PipRequirement.optionName(in: text), name.contains(where: { $0 != "-" }) else { return nil }
        self.name = Self.longNames[name] ?? name
        let rest = text.trimmingBlanks.utf8.dropFirst(name.utf8.count).drop { $0.isBlank || $0 == UInt8(ascii: "=") }
        value = rest.isEmpty ? nil : String(Substring(rest))
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
    var identity: String { isAdditive ? "\(name) \(value ?? "")" : name }
}
