internal import CondaDependencies

/// Decides whether entries name the same package or option; `nil` when an entry is malformed, because then only the
/// code under test can decide.
enum EntryName {
    static func conda(_ text: String) -> (String) -> Bool? {
        let name = try? CondaMatchSpec(text).name
        return { entry in
            if entry.hasBytes(of: text) { return true }
            guard let name, let other = try? CondaMatchSpec(entry).name else { return nil }
            return name.hasBytes(of: other)
        }
    }

    static func pip(_ text: String) -> (String) -> Bool? {
        let requirement = try? PipRequirement(text)
        return { entry in
            if entry.hasBytes(of: text) { return true }
            guard let requirement, let other = try? PipRequirement(entry) else { return nil }
            guard let name = requirement.normalizedName, let otherName = other.normalizedName else { return false }
            return name.hasBytes(of: otherName)
        }
    }

    /// With `anyValue`, an option without a value matches the option with any value.
    static func option(_ text: String, anyValue: Bool = false) -> (String) -> Bool? {
        let option = try? PipRequirement(text)
        return { entry in
            if entry.hasBytes(of: text) { return true }
            guard let option, let other = try? PipRequirement(entry) else { return nil }
            guard option.options.count == 1, other.options.count == 1 else { return false }
            guard let name = longName(option), let otherName = longName(other) else { return nil }
            let isAdditive = [
                "--requirement", "--constraint", "--editable", "--extra-index-url", "--find-links", "--trusted-host",
                "--no-binary", "--only-binary", "--use-feature",
            ].contains(name)
            let value = option.options.first?.value
            let isSameValue = value == other.options.first?.value || (anyValue && value == nil)
            return name.hasBytes(of: otherName) && (!isAdditive || isSameValue)
        }
    }

    private static func longName(_ requirement: PipRequirement) -> String? {
        switch requirement.options.first?.name {
        case "-i", "--pypi-url": "--index-url"
        case "-f": "--find-links"
        case "-r": "--requirement"
        case "-c": "--constraint"
        case "-e": "--editable"
        case let name: name
        }
    }
}

extension String {
    func hasBytes(of other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
