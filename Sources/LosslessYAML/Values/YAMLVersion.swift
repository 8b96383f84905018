/// The version of YAML whose rules determine the meaning of a plain scalar.
enum YAMLVersion: Sendable {
    case yaml11, yaml12
}
