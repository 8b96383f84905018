/// The type that the tag of a node gives its value; the texts of other tags are not kept.
enum YAMLTag: UInt8, Sendable {
    case null, truthValue, integer, float
    /// `!!str`, `!` and every tag that is not a core one: the value is a string.
    case text

    init(_ tag: String) {
        switch tag {
        case "tag:yaml.org,2002:null": self = .null
        case "tag:yaml.org,2002:bool": self = .truthValue
        case "tag:yaml.org,2002:int": self = .integer
        case "tag:yaml.org,2002:float": self = .float
        default: self = .text
        }
    }
}
