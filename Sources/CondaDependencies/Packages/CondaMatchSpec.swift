internal import AzureMLSupport

/// A conda match spec, such as `conda-forge::python=3.8` or `numpy[version='>=1.2',build=py*]`, with its exact text.
///
/// Parsed as leniently as conda and rattler read environment files: a text that either of them accepts as a spec of one
/// package is valid here. Two specs are equal when their texts are.
///
/// > Python: `conda.models.match_spec.MatchSpec`, and "Package match specifications" in conda-build's documentation
public struct CondaMatchSpec: Sendable, Hashable {
    /// The original text, with its blanks and its comment.
    public let text: String
    /// The package name in lower case, as conda compares it.
    public let name: String
    /// The channel before `::` or in brackets: a name or a URL, without its subdirectory.
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
    /// The URL or path, when the spec is a package file.
    public let packageFile: String?
    /// The pairs in brackets, in order.
    public let bracketMembers: [BracketMember]
    /// The version that `=`, `==`, a final `.*` or no operator asks for; `nil` for ranges and patterns.
    public var pinnedVersion: String? { version?.pinnedVersion }

    /// A `key=value` pair in brackets.
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
    /// - Parameter text: The spec as in an environment file, without YAML quotes.
    /// - Throws: ``CondaDependenciesError`` with the code `valueInvalid`, the reason and the column where reading
    ///   stopped.
    public init(_ text: String) throws {
        do {
            try self.init(parsing: text)
        } catch {
            throw CondaDependenciesError(error, in: text, readAs: .condaPackage)
        }
    }

    init(parsing text: String) throws(PackageSyntaxError) {
        var parser = CondaMatchSpecParser(text)
        try parser.parse()
        self = parser.spec(text)
    }

    /// Returns the package name in a text, even if the rest is malformed; `nil` when there is no recognizable name.
    ///
    /// Used to find entries: an entry with a typo after the name is still the entry of that package.
    static func packageName(in text: String) -> String? {
        var parser = CondaMatchSpecParser(text)
        _ = try? parser.parseName()
        return parser.lowercasedName
    }

    /// Returns the spec, if the text is one, and the qualifier before its name, which is known even if the rest is
    /// malformed.
    static func parsedWithQualifier(_ text: String) -> (spec: CondaMatchSpec?, qualifier: String) {
        var parser = CondaMatchSpecParser(text)
        let isWhole = (try? parser.parse()) != nil
        return (isWhole ? parser.spec(text) : nil, parser.qualifier)
    }

    /// Whether the spec is only a name.
    var isBareName: Bool {
        channel == nil && subdirectory == nil && namespace == nil && version == nil && build == nil
            && packageFile == nil && bracketMembers.isEmpty
    }

    /// Whether both texts have the same bytes.
    public static func == (left: CondaMatchSpec, right: CondaMatchSpec) -> Bool {
        left.text.exact == right.text.exact
    }

    /// Hashes the bytes of the text.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(text.exact)
    }
}

extension CondaMatchSpec: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The original text. Nothing is masked, because scripts use it as the data itself; ``debugDescription`` is for
    /// logs.
    public var description: String { text }

    /// The original text with credentials masked.
    public var debugDescription: String { text.maskingCredentials }

    /// A mirror without children, so that `dump` shows ``debugDescription``, in which credentials are masked.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension CondaMatchSpec.BracketMember: CustomDebugStringConvertible, CustomReflectable {
    /// `key=value` with credentials masked.
    public var debugDescription: String { "\(key)=\(value)".maskingCredentials }

    /// A mirror without children, so that `dump` shows ``debugDescription``, in which credentials are masked.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
