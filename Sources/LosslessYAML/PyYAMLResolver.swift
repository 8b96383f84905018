/// PyYAML's implicit resolver, which decides what a plain scalar would mean to readers of YAML 1.1.
///
/// Source: `yaml/resolver.py` of PyYAML 6.
enum PyYAMLResolver {
    private static let words: Set<String> = [
        "yes", "Yes", "YES", "no", "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE",
        "on", "On", "ON", "off", "Off", "OFF", "~", "null", "Null", "NULL", "", "<<", "=", "!", "&", "*",
    ]

    /// Whether a plain scalar is a text, and neither a truth value, a number, a date, null, merge nor value key.
    static func isText(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        if first.isDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: ".") {
            return !isNumberOrDate(String(decoding: text, as: UTF8.self))
        }
        return text.count > 5 || !words.contains(String(decoding: text, as: UTF8.self))
    }

    private static func isNumberOrDate(_ text: String) -> Bool {
        let integer =
            /[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+/
        let float =
            /[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)/
        let date =
            /[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?/
        return text.wholeMatch(of: integer) != nil || text.wholeMatch(of: float) != nil
            || text.wholeMatch(of: date) != nil
    }
}
