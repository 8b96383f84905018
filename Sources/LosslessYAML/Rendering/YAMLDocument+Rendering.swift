internal import AzureMLSupport

extension YAMLDocument {
    /// The text: the source when nothing was edited, else one concatenation of ranges.
    package var bytes: [UInt8] {
        guard isEdited, let root, let rootFrame else { return source.bytes }
        var renderer = Renderer(document: self)
        renderer.renderDocument(root, in: rootFrame)
        return renderer.output
    }

    /// The line break of inserted lines where no neighbour has one: the first that an editor shows as one.
    var lineBreak: [UInt8] {
        guard let start = source.bytes.firstIndex(where: { $0 == .newline || $0 == .carriageReturn }) else {
            return [.newline]
        }
        return Array(source.bytes[start..<(start + source.bytes.lineBreakLength(at: start))])
    }
}
