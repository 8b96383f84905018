/// A conda match spec, such as `conda-forge::python=3.8` or `numpy[version='>=1.2']`: the parts that name a package.
///
/// Source: conda's `MatchSpec`, "Package match specifications" in conda-build's documentation.
struct CondaMatchSpec: Sendable, Hashable {
    /// The channel in front of `::`, with its subdirectory.
    var channel: String?
    /// The package name in lower case, as conda compares it.
    var name: String
    /// The version constraint as written, `=` included: `=3.8`, `>=3.6,<3.9`.
    var version: String?
    /// The build string behind the version.
    var build: String?

    /// Reads a match spec; `nil` when the text names no package.
    init?(_ text: String) {
        var rest = text.prefix { $0 != "#" }.trimmingBlanks
        let brackets = Self.takeBrackets(from: &rest)
        if let separator = rest.lastRange(of: "::") {
            channel = String(rest[..<separator.lowerBound]).trimmingBlanks.description
            rest = rest[separator.upperBound...].trimmingBlanks
        }
        let name = rest.prefix { !" =<>!~@".contains($0) }
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "_-.*".contains($0) }) else { return nil }
        self.name = name.lowercased()
        rest = rest[name.endIndex...].trimmingBlanks
        (version, build) = Self.splitVersion(rest)
        version = brackets["version"] ?? version
        build = brackets["build"] ?? build
        channel = brackets["channel"] ?? channel
    }

    /// The one version that is asked for, with `=` or `==`; `nil` for a range or a pattern within the version.
    var pinnedVersion: String? {
        guard var text = version.map({ Substring($0).trimmingBlanks }) else { return nil }
        text = text.drop { $0 == "=" }.trimmingBlanks
        if text.hasSuffix(".*") { text = text.dropLast(2) }
        guard let first = text.first, first.isNumber,
            text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "._+".contains($0)) })
        else { return nil }
        return String(text)
    }

    /// `=3.8=h1_0`, `==3.8`, `3.8 h1_0`, `>=3.6,<3.9`: the constraint, and the build behind it.
    private static func splitVersion(_ text: Substring) -> (version: String?, build: String?) {
        guard !text.isEmpty else { return (nil, nil) }
        let operators = text.prefix { "=<>!~".contains($0) }
        let behind = text[operators.endIndex...].trimmingBlanks
        guard operators.allSatisfy({ $0 == "=" }), !behind.contains(",") else { return (String(text), nil) }
        guard let end = behind.firstIndex(where: { $0 == "=" || $0 == " " }) else { return (String(text), nil) }
        let build = behind[end...].drop { $0 == "=" || $0 == " " }
        return (operators + String(behind[..<end]), build.isEmpty ? nil : String(build))
    }

    /// Takes `[key=value, key='value']` off the end.
    private static func takeBrackets(from text: inout Substring) -> [String: String] {
        guard text.last == "]", let start = text.firstIndex(of: "[") else { return [:] }
        let inner = text[text.index(after: start)...].dropLast()
        text = text[..<start].trimmingBlanks
        var values: [String: String] = [:]
        let pattern = /([A-Za-z_0-9]+)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^'",]+))/
        for match in inner.matches(of: pattern) {
            let value = match.2 ?? match.3 ?? match.4 ?? ""
            values[String(match.1)] = String(value.trimmingBlanks)
        }
        return values
    }
}

extension Substring {
    /// Without blanks and tabs at both ends.
    var trimmingBlanks: Substring {
        let start = drop { $0 == " " || $0 == "\t" }
        guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return start.prefix(0) }
        return start[...last]
    }

    fileprivate func lastRange(of separator: String) -> Range<Index>? {
        ranges(of: separator).last
    }
}

extension String {
    var trimmingBlanks: Substring { self[...].trimmingBlanks }
}
