/// A pip option of a requirements list, told apart from others as pip tells them apart.
struct PipOption {
    /// The long name, such as `--index-url`.
    let name: String
    let value: String?

    /// What pip's short names, and names of old, stand for.
    private static let longNames = [
        "-i": "--index-url", "--pypi-url": "--index-url", "-f": "--find-links", "-e": "--editable",
        "-r": "--requirement",
        "-c": "--constraint",
    ]

    /// Reads an option; `nil` for what is none.
    init?(_ text: String) {
        guard let name = PipRequirement.optionName(in: text), name.contains(where: { $0 != "-" }) else { return nil }
        self.name = Self.longNames[name] ?? name
        let rest = text.trimmingBlanks.utf8.dropFirst(name.utf8.count).drop { $0.isBlank || $0 == UInt8(ascii: "=") }
        value = rest.isEmpty ? nil : String(Substring(rest))
    }

    /// Whether each value is an entry of its own, beside others of that name.
    var isAdditive: Bool { ["--editable", "--requirement", "--constraint"].contains(name) }

    /// What two options have in common when one takes the place of the other.
    var identity: String { isAdditive ? "\(name) \(value ?? "")" : name }
}
