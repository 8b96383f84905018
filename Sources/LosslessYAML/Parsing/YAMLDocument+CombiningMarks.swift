internal import AzureMLSupport

extension YAMLDocument {
    /// Refuses texts that would take too long to compare, also those that are written as escapes.
    func requireFewMarks() throws(YAMLError) {
        if !source.isASCII, let offset = CombiningMarks.firstExcess(in: source.bytes[...]) {
            throw tooManyMarks(at: source.location(ofByte: offset))
        }
        guard added.count > CombiningMarks.limit else { return }
        for node in nodes.all where self[node].content.count > CombiningMarks.limit {
            guard self[node].content.lowerBound > source.bytes.count, kind(of: node) == .scalar,
                CombiningMarks.firstExcess(in: utf8(of: node)) != nil
            else { continue }
            throw tooManyMarks(at: location(of: node))
        }
    }

    private func tooManyMarks(at place: SourceLocation) -> YAMLError {
        YAMLError(.tooLarge, "the text \(CombiningMarks.excess)", at: place, hint: limits.hint)
    }
}
