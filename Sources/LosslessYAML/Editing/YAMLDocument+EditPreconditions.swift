internal import AzureMLSupport

/// What nobody sees on the screen, and what would make a line that an edit writes mean something else.
extension YAMLDocument {
    func requireEditableSource() throws(YAMLError) {
        try requireNoMarkInFront()
        try requireNoTabOnBlankLine()
    }

    /// libyaml counts a byte order mark at the start of a line as a column. One in front of a value may come to stand
    /// there.
    private func requireNoMarkInFront() throws(YAMLError) {
        let mark = ByteOrderMark.utf8
        var rest = source.bytes[source.byteOrderMarkLength...]
        while let start = rest.firstIndex(of: mark[0]) {
            rest = source.bytes[start...]
            let position = Int32(truncatingIfNeeded: start)
            let isInFront = isAtLineStart(position) || nodes.contains(where: { $0.text.lowerBound == position })
            if rest.starts(with: mark), isInFront {
                throw sourceError(
                    "a byte order mark (U+FEFF) begins this line, or a value in it",
                    at: start,
                    hint: "remove the invisible character"
                )
            }
            rest = rest.dropFirst()
        }
    }

    /// libyaml accepts a tab on a blank line behind a plain text only; behind a quoted one or a bracket it is an error.
    private func requireNoTabOnBlankLine() throws(YAMLError) {
        var rest = source.bytes[source.byteOrderMarkLength...]
        while let tab = rest.firstIndex(of: 0x09) {
            let position = Int32(truncatingIfNeeded: tab)
            let end = endOfBlanks(from: position)
            if isIndented(position), end == source.bytes.count || lineBreakLength(at: end) > 0,
                !isInsideScalar(position)
            {
                throw sourceError("a tab stands on this blank line", at: tab, hint: "remove what stands on the line")
            }
            rest = source.bytes[Int(max(end, position + 1))...]
        }
    }

    /// Whether nothing but spaces stands in front of a position on its line.
    private func isIndented(_ position: Int32) -> Bool {
        var start = position
        while start > 0, byte(at: start - 1) == 0x20 { start -= 1 }
        return isAtLineStart(start)
    }

    /// Whether a position of the source lies within the text of a scalar. Nodes stand in the order of their texts.
    private func isInsideScalar(_ position: Int32) -> Bool {
        var candidates = nodes[...]
        while !candidates.isEmpty {
            let middle = candidates.startIndex + candidates.count / 2
            let record = nodes[middle]
            if record.kind == .scalar, record.text.contains(position) { return true }
            candidates = record.text.lowerBound <= position ? candidates[(middle + 1)...] : candidates[..<middle]
        }
        return false
    }

    /// Refuses to go on where each edit repeats something huge, such as an indentation of megabytes.
    func requireRoom(at node: YAMLNode) throws(YAMLError) {
        let limit = 4 * limits.byteCount
        guard added.count > limit else { return }
        throw YAMLError(
            .tooLarge,
            "edits have added \(added.count) bytes, and \(limit) is the most",
            at: location(of: node),
            hint: "save the text, and go on with what was saved"
        )
    }

    private func sourceError(_ reason: String, at byte: Int, hint: FixHint) -> YAMLError {
        YAMLError(.cannotEdit, "the text cannot be edited: \(reason)", at: source.location(ofByte: byte), hint: hint)
    }
}
