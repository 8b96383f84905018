import Foundation

/// `Documentation/PublicDeclarations.md`: every public declaration, below its type, with the users who need the type.
struct PublicDeclarationList {
    static let modules = ["AzureMLSupport", "CondaDependencies", "Workspace", "Environment", "ImageBuild"]
    /// The module that only exports the others.
    static let umbrella = "AzureMLCore"
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
            let graph = try SymbolGraph.graph(of: module)
            let symbols = graph.symbols
            count += symbols.count
            let types = Dictionary(grouping: symbols) { symbol in
                (symbol.isType ? symbol.pathComponents : symbol.pathComponents.dropLast()).joined(separator: ".")
            }
            sections.append("## \(module)")
            for (type, members) in types.sorted(by: { $0.key < $1.key }) {
                let heading = members.contains(where: \.isType) ? "`\(type)`" : "`\(type)` in \(module)"
                let reason = other.reasons[heading] ?? Self.missingReason
                let lines = Self.lines(of: members, in: graph)
                sections.append("### \(heading)\n\nNeeded by: \(reason)\n\n```\n\(lines)\n```")
            }
        }
        text = try Self.introduction(count) + sections.joined(separator: "\n\n") + "\n"
    }

    private static func lines(of members: [SymbolGraph.Symbol], in graph: SymbolGraph) -> String {
        let type = members.filter(\.isType).flatMap { type in
            [declaration(of: type), "    : " + graph.conformances(of: type).joined(separator: ", ")]
        }
        return (type + members.filter { !$0.isType }.map { "    " + declaration(of: $0) }.sorted()).joined(
            separator: "\n"
        )
    }

    private static func declaration(of symbol: SymbolGraph.Symbol) -> String {
        symbol.declarationFragments.map(\.spelling).joined().replacing(/\s*\n\s*/, with: " ")
    }

    /// The products of the manifest, without those that scripts add.
    private static func products() throws -> [String] {
        let manifest = try String(contentsOf: SourceFile.root.appending(path: "Package.swift"), encoding: .utf8)
        return manifest.matches(of: /(?m)^ +\.(?:library|executable|plugin)\(name: "(\w+)"/).map { String($0.1) }
    }

    private static func introduction(_ count: Int) throws -> String {
        """
        # Public declarations

        The \(count) declarations that users of the package see, with the protocols of each type, as the compiler lists
        them; the unavailable members with Python spellings (`PythonNames.md`) are left out.
        `Scripts/list-public-declarations` writes this page and keeps the sentences about who needs a type. A test compares
        it with the code, so that every change of the public surface is seen in review.

        Products: \(try products().joined(separator: ", ")).


        """
    }
}
