/// A line of pip's requirements: a package with extras, versions and markers, a URL, or an option.
///
/// Source: PEP 508 for the name in front, PEP 503 for comparing names, pip's requirements file format for the rest.
struct PipRequirement: Sendable, Hashable {
    /// The name as pip compares it: lower case, runs of `-`, `_` and `.` as one `-`; `nil` for a URL or an option
    /// that names no package.
    var normalizedName: String?

    init(_ text: String) {
        let text = text.trimmingBlanks
        if text.contains("://") || text.hasSuffix(".whl") {
            normalizedName = Self.nameInURL(text).map(Self.normalize)
        } else {
            let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
            normalizedName = name.isEmpty || text.hasPrefix("-") ? nil : Self.normalize(name)
        }
    }

    /// The name in `name @ https://…`, `git+https://…#egg=name` or `…/name-1.0-py3-none-any.whl`.
    private static func nameInURL(_ text: Substring) -> Substring? {
        if let match = text.prefixMatch(of: /([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*@/) { return match.1 }
        if let match = text.firstMatch(of: /[#&]egg=([A-Za-z0-9._-]+)/) { return match.1 }
        let path = text.prefix { $0 != "#" && $0 != "?" && $0 != ";" }.trimmingBlanks
        guard path.hasSuffix(".whl") else { return nil }
        let file = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path
        return file.prefix { $0 != "-" }
    }

    private static func normalize(_ name: Substring) -> String {
        name.lowercased().replacing(/[-_.]+/, with: "-")
    }
}
