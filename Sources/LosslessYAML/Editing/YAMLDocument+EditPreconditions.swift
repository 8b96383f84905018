internal import AzureMLSupport

/// Refuses sources with invisible characters, or with context that would change the meaning of an inserted line.
extension YAMLDocument {
    func requireEditableSource() throws(YAMLError) {
        try requireNoMarkInFront()
        try requireNoTabOnBlankLine()
    }

    /// Refuses byte order marks at the start of a line, which libyaml counts as a column. Those before a value are
    /// refused too, because an edit can move them there.
    private func requireNoMarkInFront() throws(YAMLError) {
        guard !source.isASCII else { return }
        let mark = ByteOrderMark.utf8
        var rest = source.bytes[source.byteOrderMarkLength...]
        while let start = rest.firstIndex(of: mark[0]) {
            rest = source.bytes[start...]
            let position = Int32(truncatingIfNeeded: start)
            let isInFront = isAtLineStart(position) || nodes.records.contains(where: { $0.text.lowerBound == position })
            if rest.starts(with: mark), isInFront {
                throw sourceError(
                    "this line, or a value in it, begins with a byte order mark (U+FEFF)",
                    at: start,
                    hint: "remove the invisible character"
                )
            }
            rest = rest.dropFirst()
        }
    }

    /// Refuses tabs on blank lines: libyaml accepts them after a plain scalar, but not after a quoted one or a bracket.
    private func requireNoTabOnBlankLine() throws(YAMLError) {
        var rest = source.bytes[source.byteOrderMarkLength...]
        while let tab = rest.firstIndex(of: .tab) {
            let position = Int32(truncatingIfNeeded: tab)
            let end = endOfBlanks(from: position)
            if isIndented(position), end == source.bytes.count || lineBreakLength(at: end) > 0,
                !isInsideScalar(position)
            {
                throw sourceError("this blank line contains a tab", at: tab, hint: "remove the whitespace on the line")
            }
            rest = source.bytes[Int(max(end, position + 1))...]
        }
    }

    /// Whether only spaces precede a position on its line.
    private func isIndented(_ position: Int32) -> Bool {
        var start = position
        while start > 0, byte(at: start - 1) == .space { start -= 1 }
        return isAtLineStart(start)
    }

    /// Whether a position in the source is within the text of a scalar. Nodes are in the order of their texts.
    private func isInsideScalar(_ position: Int32) -> Bool {
        var candidates = nodes.records[...]
        while !candidates.isEmpty {
            let middle = candidates.startIndex + candidates.count / 2
            let record = candidates[middle]
            if record.kind == .scalar, record.text.contains(position) { return true }
            candidates = record.text.lowerBound <= position ? candidates[(middle + 1)...] : candidates[..<middle]
        }
        return false
    }

    /// Refuses further edits when earlier ones have added too much text, such as an indentation of megabytes each.
    func requireRoom(at node: YAMLNode) throws(YAMLError) {
        let limit = 4 * limits.byteCount
        guard added.count > limit else { return }
        throw YAMLError(
            .tooLarge,
            "edits have added \(added.count) bytes; the limit is \(limit)",
            at: location(of: node),
            hint: "save the document, read it again, and continue with that"
        )
    }

    private func sourceError(_ reason: String, at byte: Int, hint: String) -> YAMLError {
        YAMLError(.editRefused, "the text cannot be edited: \(reason)", at: source.location(ofByte: byte), hint: hint)
    }
}
