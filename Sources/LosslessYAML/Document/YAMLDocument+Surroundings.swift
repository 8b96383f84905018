package import AzureMLSupport

/// The text around the scalars, which is not part of any value: comments, anchors, tags, aliases and directives.
extension YAMLDocument {
    /// The source with a blank in place of each byte of a scalar.
    ///
    /// The first line of a `|` or `>` value remains, because it can end with a comment.
    package var surroundings: [UInt8] {
        var bytes = source.bytes
        for node in nodes.all where self[node].kind == .scalar {
            for position in valueRange(of: node).clamped(to: bytes.indices)
            where bytes.lineBreakLength(at: position) == 0 {
                bytes[position] = .space
            }
        }
        return bytes
    }

    /// The range of a scalar's value, without its anchor, its tag and the first line of a `|` or `>` value.
    private func valueRange(of scalar: YAMLNode) -> Range<Int> {
        var start = valueStart(of: scalar)
        let end = max(start, self[scalar].text.upperBound)
        if [.literal, .folded].contains(self[scalar].style) {
            while start < end, lineBreakLength(at: start) == 0 { start += 1 }
        }
        return Int(start)..<Int(end)
    }

    /// Returns the locations of bytes of the source, found in one pass over it.
    package func locations(ofBytes offsets: [Int]) -> [SourceLocation] { source.locations(ofBytes: offsets) }
}
