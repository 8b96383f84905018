/// One libyaml event, with byte positions instead of character positions.
struct YAMLEvent {
    enum Kind {
        case streamStart, documentStart, documentEnd, streamEnd
        case scalar, alias
        case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    }

    var kind: Kind
    var style: YAMLStyle = .plain
    /// Byte positions in the source.
    var text: TextRange
    /// The decoded text of a scalar: a range of the source, or of the decoded bytes after it.
    var content: TextRange = 0..<0
    /// The anchor of a node, or the name that an alias refers to.
    var anchor: String?
    var tag: YAMLTag?
    /// The version in a `%YAML` directive, for the start of a document.
    var version: YAMLVersion = .yaml12
    /// The number of bytes of the longest prefix in a `%TAG` directive, for the start of a document.
    var longestTagPrefix = 0
}
