/// The version of YAML whose rules say what a plain scalar means.
enum YAMLVersion: Sendable {
    case yaml11, yaml12
}
