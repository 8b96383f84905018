internal import LosslessYAML

/// The three lists in which entries are found and edited.
enum EntryList: Sendable, CaseIterable {
    case channels, condaPackages, pipItems

    /// The name of what an entry stands for: a package by the name that is compared, an option of pip by what one
    /// replaces, which begins with a hyphen; `nil` for an entry without one.
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

/// The text of an entry with the name of what it stands for, so that an edit reads the name once.
struct NamedEntry: Sendable {
    let text: String
    let name: String?

    init(text: String, name: String?) {
        self.text = text
        self.name = name
    }

    /// An entry whose name is read.
    init(_ text: String, of list: EntryList) {
        self.init(text: text, name: list.name(ofEntry: text))
    }
}
