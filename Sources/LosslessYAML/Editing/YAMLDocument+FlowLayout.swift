internal import AzureMLSupport

extension YAMLDocument {
    /// Returns the entries of a flow collection; commas, blanks and comments between them are separators.
    func flowLayout(of collection: YAMLNode) throws(YAMLError) -> CollectionLayout {
        let text = self[collection].text
        let start = valueStart(of: collection)
        let bracket = self[collection].kind == .sequence ? UInt8(ascii: "[") : UInt8(ascii: "{")
        // A pair in a list needs no braces, and can itself begin with a bracket, which is part of its key.
        let isPairAlone = self[collection].first.map { self[$0].text.lowerBound <= start } ?? false
        guard byte(at: start) == bracket, !isPairAlone else {
            throw editRefused(
                collection,
                "it is a pair in a list without braces",
                hint: "write it in braces: '{key: value}'"
            )
        }
        var position = start + 1
        var layout = CollectionLayout(of: collection, column: nil, head: text.lowerBound..<position, foot: text)
        for (key, value) in members(of: collection) {
            try requireOrder(position, self[key ?? value].text.lowerBound, in: collection)
            let entry = flowEntry(key: key, value: value, from: position)
            layout.append(CollectionLayout.Slot(separator: position..<entry.opening.lowerBound, entry: entry))
            position = entry.tail.upperBound
        }
        try requireOrder(position, text.upperBound, in: collection)
        layout.foot = position..<text.upperBound
        return layout
    }

    private func flowEntry(key: YAMLNode?, value: YAMLNode, from position: Int32) -> CollectionLayout.Entry {
        let first = key ?? value
        let start = bodyStart(of: first, isItem: false, from: position)
        let opening = start..<self[first].text.lowerBound
        let end = max(self[first].text.upperBound, self[value].text.upperBound)
        guard let key else {
            return CollectionLayout.Entry(
                lead: start..<start,
                opening: opening,
                item: value,
                text: self[value].text,
                tail: end..<end
            )
        }
        return CollectionLayout.Entry(
            lead: start..<start,
            opening: opening,
            key: key,
            keyText: self[key].text,
            value: value,
            valueText: self[value].text,
            tail: end..<end
        )
    }
}
