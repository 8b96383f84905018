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
        var version: Range<Int>?
        var build: Range<Int>?
        var buildNumber: Range<Int>?
        var packageFile: Range<Int>?
        var pinnedVersion: Range<Int>?
        var members: [(key: Range<Int>, value: Range<Int>)] = []
    }

    var cursor: SpecificationCursor
    var parts = Parts()

    init(_ text: String) {
        cursor = SpecificationCursor(text)
    }

    /// The name as conda compares it; known as soon as it was read, also when the rest is damaged.
    var lowercasedName: String? {
        guard let name = parts.name.map({ cursor.bytes[$0] }) else { return nil }
        // Most names are in lower case already.
        guard name.contains(where: { $0 != $0.lowercased }) else { return String(decoding: name, as: UTF8.self) }
        return String(decoding: name.map(\.lowercased), as: UTF8.self)
    }

    mutating func parse() throws(PackageSyntaxError) {
        if let comment = cursor.firstIndex(of: UInt8(ascii: "#"), in: cursor.rest) { cursor.cut(at: comment) }
        guard !cursor.isAtEnd else { throw cursor.failure(.empty) }
        if try readPackageFile() { return }
        let brackets = takeBrackets()
        try readQualifiers()
        try readName()
        try readVersionAndBuild()
        if let brackets { try readMembers(in: brackets) }
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
        let endsWell = cursor.isAtEnd || cursor.next.isSpace || cursor.next.isOperator
        guard !name.isEmpty || !endsWell else { throw cursor.failure(.nameMissing) }
        guard endsWell else { throw cursor.failure(.invalidName) }
        parts.name = name
    }

    /// `=3.8=h1_0`, `3.8 h1_0`, `>=3.6,<3.9`: the constraint, and behind `=` or a blank the build.
    private mutating func readVersionAndBuild() throws(PackageSyntaxError) {
        cursor.skipBlanks()
        guard !cursor.isAtEnd else { return }
        let constraint = try readVersionConstraint()
        parts.version = constraint.text
        parts.pinnedVersion = constraint.pinned
        guard !cursor.isAtEnd else { return }
        if !cursor.take(UInt8(ascii: "=")) {
            guard cursor.next.isSpace else { throw cursor.failure(.unexpectedCharacter) }
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

extension UInt8 {
    /// A byte that operators of versions consist of.
    var isOperator: Bool {
        switch self {
        case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
