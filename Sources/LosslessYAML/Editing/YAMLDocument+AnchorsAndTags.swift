internal import AzureMLSupport

/// Anchors and tags before a value. Edits keep them in place, and refuse to change a value that an alias repeats.
extension YAMLDocument {
    /// Refuses an edit that would change the value of an alias elsewhere in the text.
    func requireNoAlias(of node: YAMLNode) throws(YAMLError) {
        guard let name = anchors[node], nodes.records.contains(where: { $0.aliasTarget == node }) else { return }
        throw editRefused(
            node,
            "the alias '*\(name)' repeats it elsewhere",
            hint: "replace '*\(name)' with the value itself, then edit it"
        )
    }

    /// Refuses to replace a whole value that has an anchor or a tag, because these were meant for the old value.
    func requireNoProperties(of node: YAMLNode) throws(YAMLError) {
        guard self[node].flags.contains(.properties) else { return }
        throw editRefused(
            node,
            "an anchor or a tag comes before it",
            hint: "remove the word that begins with '&' or '!'"
        )
    }

    /// Refuses an edit that would remove an anchor, or move it below its alias, which would leave the alias without a
    /// value.
    func requireNoAnchors(below node: YAMLNode) throws(YAMLError) {
        let holders = [node, value(ofKey: node) ?? node].filter {
            anchors[$0] != nil || self[$0].flags.contains(.anchorHolder)
        }
        guard let holder = holders.first else { return }
        let name = anchors.sorted { $0.key < $1.key }.first { $0.key >= holder }?.value ?? ""
        throw editRefused(
            node,
            "it contains the anchor '&\(name)'",
            hint: "replace '*\(name)' with the value itself, then edit it"
        )
    }

    /// Refuses to replace a scalar that a tag makes a number, a Boolean or null.
    func requireNoTagOfAnotherType(of node: YAMLNode) throws(YAMLError) {
        guard let tag = tags[node], tag != .text else { return }
        throw editRefused(node, "a tag gives it a type", hint: "remove the word that begins with '!'")
    }

    /// Returns the position of a value after its anchor and its tag.
    func valueStart(of node: YAMLNode) -> Int32 {
        endsOfProperties(of: node).valueStart
    }

    /// Returns the end of the anchor and the tag, on their line.
    func endOfProperties(of node: YAMLNode) -> Int32 {
        endsOfProperties(of: node).lastEnd
    }

    private func endsOfProperties(of node: YAMLNode) -> (lastEnd: Int32, valueStart: Int32) {
        var position = self[node].text.lowerBound
        var lastEnd = position
        guard self[node].flags.contains(.properties) else { return (lastEnd, position) }
        // An anchor or a tag before the first entry may belong to that entry.
        let end = self[node].first.map { self[$0].text.lowerBound } ?? self[node].text.upperBound
        while position < end, byte(at: position) == UInt8(ascii: "&") || byte(at: position) == UInt8(ascii: "!") {
            lastEnd = endOfProperty(at: position, of: node)
            position = endOfTrivia(from: lastEnd, notAfter: end)
        }
        return (lastEnd, position)
    }

    /// Returns the end of an anchor, whose name a colon may follow directly, or of a tag, which ends at a blank or a
    /// line break.
    private func endOfProperty(at start: Int32, of node: YAMLNode) -> Int32 {
        if byte(at: start) == UInt8(ascii: "&"), let anchor = anchors[node] {
            return start + 1 + Int32(truncatingIfNeeded: anchor.utf8.count)
        }
        let end = self[node].text.upperBound
        var position = start
        while position < end, !byte(at: position).isBlank, lineBreakLength(at: position) == 0 { position += 1 }
        return position
    }

    /// Whether the last word of a text may be a tag or an anchor.
    func endsWithProperty(_ text: TextRange) -> Bool {
        let word = bytes(in: text).reversed().prefix { !$0.isBlank }
        return word.last == UInt8(ascii: "!") || word.last == UInt8(ascii: "&")
    }

    /// Whether appending this byte would change how an entry of a flow collection is read: a comma can belong to a tag,
    /// and a `#` to a string.
    func goesOn(_ entry: CollectionLayout.Entry, into next: UInt8) -> Bool {
        guard entry.tail.isEmpty, !next.isBlank else { return false }
        let isKeyAlone = entry.valueText.isEmpty && entry.middle.isEmpty
        let isPlain = self[isKeyAlone ? entry.key ?? entry.value : entry.value].style == .plain
        return endsWithProperty(isKeyAlone ? entry.keyText : entry.valueText) || (isPlain && next == UInt8(ascii: "#"))
    }
}
