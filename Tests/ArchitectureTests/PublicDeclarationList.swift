import Foundation

/// `Documentation/PublicDeclarations.md`: every public declaration, below its type, with the users who need the type.
struct PublicDeclarationList {
    static let modules = ["AzureMLSupport", "CondaDependencies", "Workspace", "Environment", "ImageBuild"]
    static let missingReason = "?"
    static let file = SourceFile.root.appending(path: "Documentation/PublicDeclarations.md")

    /// The sentences that say who needs a type, by heading.
    private(set) var reasons: [String: String] = [:]
    private(set) var text: String

    /// Reads the list in the documentation.
    init(contentsOf file: URL) throws {
        text = try String(contentsOf: file, encoding: .utf8)
        var heading = ""
        for line in text.split(separator: "\n") {
            if let match = line.wholeMatch(of: /#+ (.*)/) { heading = String(match.1) }
            if let match = line.wholeMatch(of: /Needed by: (.*)/) { reasons[heading] = String(match.1) }
        }
    }

    /// Makes the list of the declarations that the compiler reports, with the sentences of another list.
    init(ofModulesWithReasonsOf other: PublicDeclarationList) throws {
        reasons = other.reasons
        var sections: [String] = []
        var count = 0
        for module in Self.modules {
            let symbols = try SymbolGraph.symbols(of: module)
            count += symbols.count
            let types = Dictionary(grouping: symbols) { symbol in
                (symbol.isType ? symbol.pathComponents : symbol.pathComponents.dropLast()).joined(separator: ".")
            }
            sections.append("## \(module)")
            for (type, members) in types.sorted(by: { $0.key < $1.key }) {
                let heading = members.contains(where: \.isType) ? "`\(type)`" : "`\(type)` in \(module)"
                let reason = other.reasons[heading] ?? Self.missingReason
                sections.append("### \(heading)\n\nNeeded by: \(reason)\n\n```\n\(Self.lines(of: members))\n```")
            }
        }
        text = Self.introduction(count) + sections.joined(separator: "\n\n") + "\n"
    }

    private static func lines(of members: [SymbolGraph.Symbol]) -> String {
        let lines = members.map { symbol in
            let declaration = symbol.declarationFragments.map(\.spelling).joined()
            return (isMember: !symbol.isType, text: declaration.replacing(/\s*\n\s*/, with: " "))
        }
        let sorted = lines.sorted { ($0.isMember ? 1 : 0, $0.text) < ($1.isMember ? 1 : 0, $1.text) }
        return sorted.map { $0.isMember ? "    \($0.text)" : $0.text }.joined(separator: "\n")
    }

    private static func introduction(_ count: Int) -> String {
        """
        # Public declarations

        The \(count) declarations that users of the package see, as the compiler lists them; the unavailable members with
        Python spellings (`PythonNames.md`) are left out. `Scripts/list-public-declarations` writes this page and keeps the
        sentences about who needs a type. A test compares it with the code, so that every change of the public surface is
        seen in review.


        """
    }
}
