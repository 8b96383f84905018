internal import AzureMLSupport

/// One pass over the bytes of a conda match spec.
///
/// Source: conda's `MatchSpec` and rattler's lenient mode. Where the two differ:
/// - rattler takes whatever follows a version for a build string; here it needs a blank or `=` in front, as in conda,
///   and `;` starts no build string, because it is the slip of a pip marker;
/// - a path to a package file may be relative, and its name gives version and build, as in conda;
/// - numbers in versions have no largest value, and blanks in brackets are free, as in conda;
/// - a name is no pattern, as in rattler, because an environment is made of named packages.
struct CondaMatchSpecParser {
    /// Where the parts stand in the text.
    struct Parts {
        var name: Range<Int>?
        var channel: Range<Int>?
        var subdirectory: Range<Int>?
        var namespace: Range<Int>?
        var version: ReadConstraint?
        var build: Range<Int>?
        var buildNumber: Range<Int>?
        var packageFile: Range<Int>?
        var members: [(key: Range<Int>, value: Range<Int>)] = []
    }

    var cursor: LineCursor
    var parts = Parts()
    private var brackets: Range<Int>?

    init(_ text: String) {
        cursor = LineCursor(text)
    }

    /// What is written before the name, spelled as conda does, such as `conda-forge/linux-64::`; maybe empty.
    ///
    /// Known, as the name is, also when what follows is damaged.
    var qualifier: String {
        let namespace = parts.namespace.map(cursor.string)
        guard let channel = parts.channel else { return namespace.map { "\($0):" } ?? "" }
        let folder = parts.subdirectory.map { "/\(cursor.string($0))" } ?? ""
        return "\(cursor.string(channel))\(folder):\(namespace ?? ""):"
    }

    /// The name as conda compares it; known as soon as it was read, also when the rest is damaged.
    var lowercasedName: String? {
        guard let name = parts.name.map({ cursor.bytes[$0] }) else { return nil }
        // Most names are in lower case already.
        guard name.contains(where: { $0 != $0.lowercasedASCII }) else { return String(decoding: name, as: UTF8.self) }
        return String(decoding: name.map(\.lowercasedASCII), as: UTF8.self)
    }

    /// The spec of a text that was read to its end.
    func spec(_ text: String) -> CondaMatchSpec {
        CondaMatchSpec(
            text: text,
            name: lowercasedName ?? "",
            channel: string(parts.channel),
            subdirectory: string(parts.subdirectory),
            namespace: string(parts.namespace),
            version: versionConstraint,
            build: string(parts.build),
            buildNumber: string(parts.buildNumber),
            packageFile: string(parts.packageFile),
            bracketMembers: parts.members.map { member in
                CondaMatchSpec.BracketMember(key: cursor.string(member.key), value: cursor.string(member.value))
            }
        )
    }

    private var versionConstraint: VersionConstraint? {
        guard let constraint = parts.version else { return nil }
        let start = constraint.text.lowerBound
        return VersionConstraint(
            text: cursor.string(constraint.text),
            pinned: constraint.pinned.map { ($0.lowerBound - start)..<($0.upperBound - start) },
            conditions: constraint.comparableConditions
        )
    }

    private func string(_ range: Range<Int>?) -> String? {
        guard let range else { return nil }
        return cursor.string(range)
    }

    mutating func parse() throws(PackageSyntaxError) {
        guard try parseName() else { return }
        try readVersionAndBuild()
        if let brackets { try readMembers(in: brackets) }
        // With a build after it, `=` asks for one version.
        if parts.build != nil { parts.version?.makeExact() }
    }

    /// Reads up to the name: no further than is needed to tell which package an entry is about.
    ///
    /// - Returns: Whether there may be more to read, which the file of a package leaves nothing of.
    mutating func parseName() throws(PackageSyntaxError) -> Bool {
        let hasColon = cutComment()
        guard !cursor.isAtEnd else { throw cursor.failure(.empty) }
        if try readPackageFile() { return false }
        brackets = takeBrackets()
        if hasColon { try readQualifiers() }
        try readName()
        return true
    }

    /// Cuts a comment off, and tells whether there is a colon before it, as in few specs.
    private mutating func cutComment() -> Bool {
        var hasColon = false
        for index in cursor.rest {
            switch cursor.bytes[index] {
            case UInt8(ascii: ":"): hasColon = true
            case UInt8(ascii: "#"):
                cursor.cut(at: index)
                return hasColon
            default: break
            }
        }
        return hasColon
    }

    /// Takes what stands in brackets off the end.
    private mutating func takeBrackets() -> Range<Int>? {
        guard cursor.bytes[cursor.end - 1] == UInt8(ascii: "]"),
            let start = cursor.firstIndex(of: UInt8(ascii: "["), in: cursor.rest)
        else { return nil }
        let inner = (start + 1)..<(cursor.end - 1)
        cursor.cut(at: start)
        return inner
    }

    /// `channel/subdirectory:namespace:` in front of the name.
    private mutating func readQualifiers() throws(PackageSyntaxError) {
        let colon = UInt8(ascii: ":")
        guard let last = cursor.lastIndex(of: colon, in: cursor.rest) else { return }
        var namespaceStart = cursor.position
        if let first = cursor.lastIndex(of: colon, in: cursor.position..<last) {
            try readChannel(cursor.trimmed(cursor.position..<first))
            namespaceStart = first + 1
        }
        let namespace = cursor.trimmed(namespaceStart..<last)
        if !namespace.isEmpty { parts.namespace = namespace }
        cursor.position = last + 1
    }

    /// A name of letters, digits, `_`, `-` and `.`, behind which a blank or an operator may stand.
    private mutating func readName() throws(PackageSyntaxError) {
        cursor.skipBlanks()
        let name = cursor.take(while: \.isInName)
        let endsWell = cursor.isAtEnd || cursor.next.isASCIIWhitespace || cursor.next.isOperator
        guard !name.isEmpty || !endsWell else { throw cursor.failure(.nameMissing) }
        guard endsWell else { throw cursor.failure(.invalidName) }
        parts.name = name
    }

    /// `=3.8=h1_0`, `3.8 h1_0`, `>=3.6,<3.9`: the constraint, and behind `=` or a blank the build.
    private mutating func readVersionAndBuild() throws(PackageSyntaxError) {
        cursor.skipBlanks()
        guard !cursor.isAtEnd else { return }
        try readVersionConstraint()
        guard !cursor.isAtEnd else { return }
        if !cursor.take(UInt8(ascii: "=")) {
            guard cursor.next.isASCIIWhitespace else { throw cursor.failure(.unexpectedCharacter) }
            cursor.skipBlanks()
            _ = cursor.take(UInt8(ascii: "="))
        }
        let build = cursor.trimmed(cursor.rest)
        if let marker = cursor.firstIndex(of: UInt8(ascii: ";"), in: build) {
            throw cursor.failure(.markerInMatchSpec, at: marker)
        }
        if !build.isEmpty { parts.build = build }
    }
}
