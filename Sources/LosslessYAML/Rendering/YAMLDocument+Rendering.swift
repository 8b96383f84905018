internal import AzureMLSupport

extension YAMLDocument {
    /// The bytes of the text: the source if nothing was edited, otherwise a concatenation of ranges.
    package var bytes: [UInt8] {
        guard isEdited, let root, let rootFrame else { return source.bytes }
        var renderer = Renderer(document: self)
        renderer.renderDocument(root, in: rootFrame)
        return renderer.output
    }

    /// The line break for inserted lines without a neighbour that has one: the first in the source that editors show.
    var lineBreak: [UInt8] {
        guard let start = source.bytes.firstIndex(where: { $0 == .newline || $0 == .carriageReturn }) else {
            return [.newline]
        }
        return Array(source.bytes[start..<(start + source.bytes.lineBreakLength(at: start))])
    }
}
