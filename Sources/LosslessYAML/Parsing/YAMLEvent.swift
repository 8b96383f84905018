/// One libyaml event, with byte positions instead of character positions.
struct YAMLEvent {
    enum Kind {
        case documentStart, documentEnd, streamEnd
        case scalar, alias
        case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    }

    var kind: Kind
    var style: YAMLStyle = .plain
    /// Byte positions in the source.
    var text: TextRange
    /// The decoded text of a scalar: a range of the source, or after it of the decoded bytes.
    var content: TextRange = 0..<0
    /// The anchor of a node, or the name that an alias refers to.
    var anchor: String?
    var tag: YAMLTag?
    /// The version that a `%YAML` directive names; at the start of a document.
    var version: YAMLVersion = .yaml12
    /// The bytes of the longest prefix of a `%TAG` directive; at the start of a document.
    var longestTagPrefix = 0
}
