internal import AzureMLSupport

/// Anchors and tags in front of a value. They stay where they are; what an alias repeats is not edited.
extension YAMLDocument {
    /// Refuses an edit that would change what an alias stands for, somewhere else in the text.
    func requireNoAlias(of node: YAMLNode) throws(YAMLError) {
        guard let name = anchors[node.index], nodes.contains(where: { $0.kind == .alias && $0.first == node.index })
        else { return }
        throw cannotEdit(
            node,
            "the alias '*\(name)' repeats it elsewhere",
            hint: "write the value out where '*\(name)' stands, then edit it"
        )
    }

    /// Refuses to replace a value as a whole that has an anchor or a tag, which was meant for the old value.
    func requireNoProperties(of node: YAMLNode) throws(YAMLError) {
        guard self[node].flags.contains(.properties) else { return }
        throw cannotEdit(
            node,
            "an anchor or a tag stands in front of it",
            hint: "remove the word that begins with '&' or '!'"
        )
    }

    /// The position of a value behind its anchor and its tag.
    func valueStart(of node: YAMLNode) -> Int32 {
        var position = self[node].text.lowerBound
        guard self[node].flags.contains(.properties) else { return position }
        let end = self[node].text.upperBound
        while position < end, byte(at: position) == UInt8(ascii: "&") || byte(at: position) == UInt8(ascii: "!") {
            position = endOfTrivia(from: endOfProperty(at: position, of: node), notBehind: end)
        }
        return position
    }

    /// The end of an anchor, whose name a colon may follow at once, or of a tag, which ends with a blank or a line.
    private func endOfProperty(at start: Int32, of node: YAMLNode) -> Int32 {
        if byte(at: start) == UInt8(ascii: "&"), let anchor = anchors[node.index] {
            return start + 1 + Int32(truncatingIfNeeded: anchor.utf8.count)
        }
        let end = self[node].text.upperBound
        var position = start
        while position < end, byte(at: position) != 0x20, byte(at: position) != 0x09,
            lineBreakLength(at: position) == 0
        {
            position += 1
        }
        return position
    }

    /// The end of the anchor and the tag, on their line.
    func endOfProperties(of node: YAMLNode) -> Int32 {
        let start = self[node].text.lowerBound
        var end = valueStart(of: node)
        while end > start, isAtLineStart(end) || byte(at: end - 1) == 0x20 || byte(at: end - 1) == 0x09 {
            end = isAtLineStart(end) ? previousLineEnd(before: end) : end - 1
        }
        return end
    }
}
