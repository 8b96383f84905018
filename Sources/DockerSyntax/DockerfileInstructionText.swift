internal import AzureMLSupport

/// A logical line split into keyword, options and arguments, whatever they are.
struct DockerfileInstructionText {
    /// The first word in capitals.
    let keyword: String
    /// The words in front of the arguments that begin with `--`.
    let flags: [String]
    let arguments: ArraySlice<UInt8>

    /// - Parameter text: The line without leading white space.
    init(_ text: ArraySlice<UInt8>) {
        keyword = DockerfileLine.keyword(text)
        var rest = text.drop { !$0.isASCIIWhitespace }.drop(while: \.isASCIIWhitespace)
        var flags: [String] = []
        while rest.starts(with: "--".utf8) {
            let flag = rest.prefix { !$0.isASCIIWhitespace }
            flags.append(String(decoding: flag, as: UTF8.self))
            rest = rest[flag.endIndex...].drop(while: \.isASCIIWhitespace)
        }
        self.flags = flags
        arguments = rest.trimmed
    }

    /// The arguments as a list of texts in JSON; `nil` when they are not one.
    var list: [String]? { Self.list(arguments) }

    static func list(_ arguments: ArraySlice<UInt8>) -> [String]? {
        guard arguments.first == UInt8(ascii: "["), let json = try? JSONValue(parsing: Array(arguments)),
            let elements = json.array
        else { return nil }
        let texts = elements.compactMap(\.string)
        return texts.count == elements.count ? texts : nil
    }
}
