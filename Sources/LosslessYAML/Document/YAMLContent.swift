/// The content that an edit writes into a document. Its texts are quoted where necessary, so that they stay texts.
package indirect enum YAMLContent: Sendable {
    case text(String)
    case sequence([YAMLContent])
    case mapping([(key: String, value: YAMLContent)])
}
