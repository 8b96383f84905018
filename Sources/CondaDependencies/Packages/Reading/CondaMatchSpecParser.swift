internal import AzureMLSupport

/// Parses a conda match spec in one pass over its bytes.
///
/// Source: conda's `MatchSpec` and rattler's lenient mode. Where the two differ:
/// - rattler treats any text after a version as a build string; here it needs a blank or `=` before it, as in conda,
///   and cannot contain `;`, because that is a misplaced pip marker;
/// - a path to a package file may be relative, and its name gives version and build, as in conda;
/// - numbers in versions have no upper limit, and blanks are allowed in brackets, as in conda;
/// - a name is not a pattern, as in rattler, because an environment consists of named packages.
struct CondaMatchSpecParser {
    /// The ranges of the parts in the text.
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

    /// The text before the name in conda's spelling, such as `conda-forge/linux-64::`; may be empty.
    ///
    /// Like the name, it is known even if the rest is malformed.
    var qualifier: String {
        let namespace = parts.namespace.map(cursor.string)
        guard let channel = parts.channel else { return namespace.map { "\($0):" } ?? "" }
        let folder = parts.subdirectory.map { "/\(cursor.string($0))" } ?? ""
        return "\(cursor.string(channel))\(folder):\(namespace ?? ""):"
    }

    /// The name as conda compares it, which is known once it is read, even if the rest is malformed.
    var lowercasedName: String? {
        guard let name = parts.name.map({ cursor.bytes[$0] }) else { return nil }
        // Most names are already in lower case.
        guard name.contains(where: { $0 != $0.lowercasedASCII }) else { return String(decoding: name, as: UTF8.self) }
        return String(decoding: name.map(\.lowercasedASCII), as: UTF8.self)
    }

    /// Returns the spec of a text that was read to its end.
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
        // Before a build, `=` matches one version only.
        if parts.build != nil { parts.version?.makeExact() }
    }

    /// Reads up to and including the name, which tells to which package an entry belongs.
    ///
    /// - Returns: Whether there may be more to read; a package file is read completely.
    mutating func parseName() throws(PackageSyntaxError) -> Bool {
        let hasColon = cutComment()
        guard !cursor.isAtEnd else { throw cursor.failure(.empty) }
        if try readPackageFile() { return false }
        brackets = takeBrackets()
        if hasColon { try readQualifiers() }
        try readName()
        return true
    }

    /// Cuts off a comment, and returns whether there is a colon before it, as in few specs.
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

    /// Cuts off brackets at the end, and returns the range of their content.
    private mutating func takeBrackets() -> Range<Int>? {
        guard cursor.bytes[cursor.end - 1] == UInt8(ascii: "]"),
            let start = cursor.firstIndex(of: UInt8(ascii: "["), in: cursor.rest)
        else { return nil }
        let inner = (start + 1)..<(cursor.end - 1)
        cursor.cut(at: start)
        return inner
    }

    /// Reads `channel/subdirectory:namespace:` before the name.
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

    /// Reads a name of letters, digits, `_`, `-` and `.`, which a blank or an operator may follow.
    private mutating func readName() throws(PackageSyntaxError) {
        cursor.skipBlanks()
        let name = cursor.take(while: \.isInName)
        let hasValidEnd = cursor.isAtEnd || cursor.next.isASCIIWhitespace || cursor.next.isOperator
        guard !name.isEmpty || !hasValidEnd else { throw cursor.failure(.nameMissing) }
        guard hasValidEnd else { throw cursor.failure(.invalidName) }
        parts.name = name
    }

    /// Reads the constraint and, after `=` or a blank, the build, as in `=3.8=h1_0`, `3.8 h1_0` or `>=3.6,<3.9`.
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
