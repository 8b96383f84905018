internal import AzureMLSupport

/// The checks before libyaml reads the text.
extension YAMLSource {
    func require(_ limits: YAMLLimits) throws(YAMLError) {
        guard bytes.count <= limits.byteCount else {
            throw YAMLError(
                .tooLarge,
                "the document has \(bytes.count) bytes; the limit is \(limits.byteCount)",
                at: SourceLocation(file: file),
                hint: YAMLLimits.standard.hint
            )
        }
        if ByteOrderMark.otherEncoding(of: bytes) != nil {
            throw YAMLError(
                .characterInvalid,
                "the text is \(ByteOrderMark.notUTF8(bytes))",
                at: SourceLocation(file: file),
                hint: "save the file as UTF-8"
            )
        }
        try requireFewDirectives(limits)
    }

    private func requireFewDirectives(_ limits: YAMLLimits) throws(YAMLError) {
        // Most texts have no `%` at all. Without an early exit, many bytes are compared at once.
        guard bytes.reduce(.max, { min($0, $1 ^ UInt8(ascii: "%")) }) == 0 else { return }
        var count = 0
        var rest = bytes[...]
        while let position = rest.firstIndex(of: UInt8(ascii: "%")) {
            rest = bytes[(position + 1)...]
            guard startsLine(position) else { continue }
            count += 1
            guard count <= limits.directiveCount else {
                throw YAMLError(
                    .tooLarge,
                    "more than \(limits.directiveCount) lines begin with '%'",
                    at: location(ofByte: position),
                    hint: limits.directivesHint
                )
            }
        }
    }

    private func startsLine(_ position: Int) -> Bool {
        guard position > byteOrderMarkLength else { return true }
        // The last byte of every line break, including U+0085, U+2028 and U+2029.
        return [.newline, .carriageReturn, 0x85, 0xA8, 0xA9].contains(bytes[position - 1])
    }
}
