/// What an edit puts into a document; its texts stay texts, however they have to be quoted.
package indirect enum YAMLContent: Sendable {
    case text(String)
    case sequence([YAMLContent])
    case mapping([(key: String, value: YAMLContent)])
}
