internal import LosslessYAML

/// The three lists whose entries are looked up and edited.
enum EntryList: Sendable, CaseIterable {
    case channels, condaPackages, pipItems

    /// Returns the name by which an entry is found; `nil` for an entry without a name.
    ///
    /// For a package, this is the name as the package manager compares it; for a pip option, it is
    /// ``PipOption/identity``, which begins with a hyphen.
    func name(ofEntry text: String) -> String? {
        switch self {
        case .channels: nil
        case .condaPackages: CondaMatchSpec.packageName(in: text)
        case .pipItems:
            text.hasPrefix("-") ? PipOption(text)?.identity ?? text : PipRequirement.normalizedName(in: text)
        }
    }

    func entries(in document: YAMLDocument) -> [YAMLNode] {
        switch self {
        case .channels: document.channelEntries
        case .condaPackages: document.condaEntries
        case .pipItems: document.pipEntries
        }
    }
}

/// The text and the name of an entry, so that an edit reads the name once.
struct NamedEntry: Sendable {
    let text: String
    let name: String?

    init(text: String, name: String?) {
        self.text = text
        self.name = name
    }

    /// Reads the name from the text.
    init(_ text: String, of list: EntryList) {
        self.init(text: text, name: list.name(ofEntry: text))
    }
}
