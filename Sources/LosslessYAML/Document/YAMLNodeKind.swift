package enum YAMLNodeKind: UInt8, Sendable {
    case scalar, sequence, mapping, alias
}
