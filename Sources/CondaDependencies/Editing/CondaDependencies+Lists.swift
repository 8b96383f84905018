internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Where the entries are, made when edits look for a few of them, and kept up to date by the others.
    struct Index: Sendable {
        var channels = EntryIndex(of: .channels)
        var condaPackages = EntryIndex(of: .condaPackages)
        var pipItems = EntryIndex(of: .pipItems)
        /// The list to which pip's additions go.
        var lastPipList: YAMLNode?

        subscript(list: List) -> EntryIndex {
            get {
                switch list {
                case .channels: channels
                case .condaPackages: condaPackages
                case .pipItems: pipItems
                }
            }
            // In place: a copy for each edit would make many edits quadratic.
            _modify {
                switch list {
                case .channels: yield &channels
                case .condaPackages: yield &condaPackages
                case .pipItems: yield &pipItems
                }
            }
        }
    }

    /// The three lists in which entries are found and edited.
    enum List: Sendable {
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
    }

    private func nodes(of list: List) -> [YAMLNode] {
        switch list {
        case .channels: channelNodes
        case .condaPackages: condaPackageNodes
        case .pipItems: pipLists.flatMap(pipItems)
        }
    }

    private func pipItems(in list: YAMLNode) -> [YAMLNode] {
        guard let document else { return [] }
        return document.itemsOfList(list).filter { !document.isNull($0) }
    }

    /// Makes the index known; an edit that changes more than one entry forgets it again.
    private mutating func makeIndex() {
        guard index == nil, let document else { return }
        var made = Index()
        for list in [List.channels, .condaPackages, .pipItems] { made[list].insert(nodes(of: list), of: document) }
        made.lastPipList = pipLists.last
        index = made
    }

    /// Looking through a list costs less than making the index, if it is not done often.
    private mutating func makeIndexIfWorthwhile() {
        lookUps += 1
        if lookUps > 4 { makeIndex() }
    }

    /// The entries of a list that are spelled like this.
    mutating func entries(of list: List, withText text: String) -> [YAMLNode] {
        makeIndexIfWorthwhile()
        guard let document else { return [] }
        return (index?[list].candidates(withText: text) ?? nodes(of: list)).filter {
            document.utf8(of: $0).elementsEqual(text.utf8)
        }
    }

    /// The entries of a list that stand for what the text stands for.
    mutating func entries(of list: List, sameNameAs text: String) -> [YAMLNode] {
        makeIndexIfWorthwhile()
        guard let document, let wanted = list.name(ofEntry: text) else { return [] }
        return (index?[list].candidates(named: wanted) ?? nodes(of: list)).filter {
            list.name(ofEntry: document.string(of: $0))?.utf8.elementsEqual(wanted.utf8) == true
        }
    }

    /// Removes all of these entries or, where one of them cannot be removed, none.
    mutating func remove(_ entries: [YAMLNode], from list: List) throws(CondaDependenciesError) {
        let texts = entries.filter { document?.keyOfValue($0) != nil }
        guard texts.isEmpty else { return try remove(entries, of: texts, from: list) }
        let removed = entries.map { (node: $0, text: document?.string(of: $0) ?? "") }
        try edit { (document, _) throws(YAMLError) in
            for entry in entries { try document.requireRemovable(entry) }
            for entry in entries { try document.remove(entry) }
        }
        index?[list].remove(removed)
    }

    /// Gives one of these entries another text and removes the others or, where that cannot be, changes nothing.
    mutating func replace(
        _ entries: [YAMLNode],
        of list: List,
        with text: String,
        keeping kept: YAMLNode,
        movingToEnd: Bool = false
    ) throws(CondaDependenciesError) {
        let others = entries.filter { $0 != kept }
        let removed = others.map { (node: $0, text: document?.string(of: $0) ?? "") }
        let oldText = document?.string(of: kept) ?? ""
        try edit { (document, _) throws(YAMLError) in
            for entry in others { try document.requireRemovable(entry) }
            try document.requireReplaceable(kept, with: text)
            if movingToEnd { try document.requireMovableToEnd(kept) }
            for entry in others { try document.remove(entry) }
            try document.replaceScalar(kept, with: text)
            if movingToEnd { try document.moveToEnd(kept) }
        }
        index?[list].remove(removed)
        index?[list].replace(kept, text: oldText, with: text, movingToEnd: movingToEnd)
    }

    /// Removes entries some of which are lists that are written as a text.
    private mutating func remove(
        _ entries: [YAMLNode],
        of texts: [YAMLNode],
        from list: List
    ) throws(CondaDependenciesError) {
        // A copy, so that nothing is lost when one of them cannot be removed.
        var edited = self
        for text in texts { try edited.emptyList(text) }
        let items = entries.filter { !texts.contains($0) }
        if !items.isEmpty { try edited.remove(items, from: list) }
        self = edited
    }

    /// Removes the only entry of a list that is written as a text.
    private mutating func emptyList(_ text: YAMLNode) throws(CondaDependenciesError) {
        try edit { (document, _) throws(YAMLError) in
            guard let key = document.keyOfValue(text) else { return }
            try document.replaceValue(ofKey: key, with: .sequence([]))
        }
        index = nil
    }

    mutating func append(_ text: String, to list: List) throws(CondaDependenciesError) {
        switch list {
        case .channels:
            didAppend(try append(.text(text), toListOf: "channels"), text, to: list)
        case .condaPackages:
            didAppend(try append(.text(text), toListOf: "dependencies"), text, to: list)
        case .pipItems:
            if let pipList = index == nil ? pipLists.last : index?.lastPipList {
                didAppend(try append(text, toPipList: pipList), text, to: list)
            } else {
                let content = YAMLContent.mapping([(key: "pip", value: .sequence([.text(text)]))])
                _ = try append(content, toListOf: "dependencies")
                index = nil
            }
        }
    }

    /// A list that had to be made has entries that the index does not know.
    private mutating func didAppend(_ entry: YAMLNode?, _ text: String, to list: List) {
        if let entry {
            index?[list].insert(entry, text: text)
        } else {
            index = nil
        }
    }

    private mutating func append(
        _ text: String,
        toPipList list: YAMLNode
    ) throws(CondaDependenciesError) -> YAMLNode? {
        var entry: YAMLNode?
        try edit { (document, _) throws(YAMLError) in
            if document.kind(of: list) == .scalar, let key = document.keyOfValue(list) {
                let old = document.isNull(list) ? [] : [YAMLContent.text(document.string(of: list))]
                try document.replaceValue(ofKey: key, with: .sequence(old + [.text(text)]))
            } else {
                entry = try document.append(.text(text), to: list)
            }
        }
        return entry
    }
}
