/// A conda match spec, such as `conda-forge::python=3.8` or `numpy[version='>=1.2',build=py*]`, with its exact text.
///
/// Read as leniently as conda and rattler read environment files: what either of the two takes for a spec of one
/// package is one here. Two specs are equal when their texts are.
///
/// > Python: `conda.models.match_spec.MatchSpec`, and "Package match specifications" in conda-build's documentation
public struct CondaMatchSpec: Sendable, Hashable, CustomStringConvertible {
    /// The text as it was given, with its blanks and its comment.
    public let text: String
    /// The package name in lower case, as conda compares it.
    public let name: String
    /// The channel in front of `::` or in brackets, a name or a URL, without its subdirectory.
    public let channel: String?
    /// The platform folder of the channel, such as `linux-64` or `noarch`.
    public let subdirectory: String?
    /// The namespace between the channel and the name.
    public let namespace: String?
    /// The version constraint, such as `=3.8`, `1.26` or `>= 3.6, <3.9|4.*`.
    public let version: VersionConstraint?
    /// The build string as written, such as `py38h7f8727e_0` or `*cuda*`.
    public let build: String?
    /// The build number as written in brackets, such as `1` or `>=1`.
    public let buildNumber: String?
    /// The URL or the path when the spec is the file of a package.
    public let packageFile: String?
    /// What stands in brackets, in order.
    public let bracketMembers: [BracketMember]
    /// The one version that is asked for with `=`, `==`, a final `.*` or no operator; `nil` for ranges and patterns.
    public var pinnedVersion: String? { version?.pinnedVersion }

    /// One `key=value` in brackets.
    public struct BracketMember: Sendable, Hashable {
        /// The key, such as `build_number`.
        public let key: String
        /// The value without its quotes.
        public let value: String
    }
}

extension CondaMatchSpec {
    /// Reads a match spec.
    ///
    /// - Parameter text: The spec as an environment file has it, without YAML's quotes.
    /// - Throws: ``PackageSyntaxError`` with the reason and the column where reading stopped.
    public init(_ text: String) throws {
        try self.init(parsing: text)
    }

    init(parsing text: String) throws(PackageSyntaxError) {
        var parser = CondaMatchSpecParser(text)
        try parser.parse()
        self = parser.spec(text)
    }

    /// The name in front of a text, also when what follows it is damaged; `nil` when no name can be seen.
    ///
    /// For finding entries: one with a typing error behind the name is still the entry of that package.
    static func packageName(in text: String) -> String? {
        var parser = CondaMatchSpecParser(text)
        _ = try? parser.parseName()
        return parser.lowercasedName
    }

    /// The spec, if the text is one, and what is written before its name, which can be told also of a damaged one.
    static func parsedWithQualifier(_ text: String) -> (spec: CondaMatchSpec?, qualifier: String) {
        var parser = CondaMatchSpecParser(text)
        let isWhole = (try? parser.parse()) != nil
        return (isWhole ? parser.spec(text) : nil, parser.qualifier)
    }

    /// Whether the spec is a name alone.
    var isBareName: Bool {
        channel == nil && subdirectory == nil && namespace == nil && version == nil && build == nil
            && packageFile == nil && bracketMembers.isEmpty
    }

    /// The text as it was given.
    public var description: String { text }

    /// Whether both texts have the same bytes.
    public static func == (left: CondaMatchSpec, right: CondaMatchSpec) -> Bool {
        left.text.exact == right.text.exact
    }

    /// Feeds the bytes of the text.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(text.exact)
    }
}
