import Foundation

/// The public members that the files under Sources declare, spelled as in documentation: `Environment.get(workspace:)`.
///
/// It relies on the layout that swift-format gives: types start in the first column, their members at the fifth.
struct SwiftDeclarations {
    private(set) var names: Set<String> = []
    /// The renamings that the compiler proposes for each unavailable member, keyed by type and name without labels.
    private(set) var renamings: [String: Set<String>] = [:]

    /// The declarations of this package.
    static let ofSources = SwiftDeclarations(of: SourceFile.all)

    private init(of files: [SourceFile]) {
        for file in files { add(file.text.split(separator: "\n", omittingEmptySubsequences: false)) }
    }

    private mutating func add(_ lines: [Substring]) {
        var type = ""
        var isUnavailable = false
        var renaming: String?
        for (position, line) in lines.enumerated() {
            let isMember = line.hasPrefix("    ") && !line.hasPrefix("     ")
            guard isMember || !line.hasPrefix(" ") else { continue }
            if !isMember,
                let match = line.prefixMatch(
                    of: /(?:[a-z]+ )*(?:struct|class|enum|extension|protocol|actor) ([A-Za-z]+)/
                )
            {
                type = String(match.1)
            }
            guard line.contains("public ") || line.contains("@available(") else { continue }
            let attribute =
                line.hasSuffix("@available(")
                ? lines[position...].prefix(5).map { $0.drop(while: \.isWhitespace) }.joined(separator: " ") : "\(line)"
            if attribute.contains(/@available\( ?\*, unavailable/) {
                isUnavailable = true
                renaming = attribute.firstMatch(of: /renamed: "([^"]+)"/).map { String($0.1) }
            }
            guard
                let member = line.firstMatch(
                    of: /\bpublic [a-z() ]*?\b(func|var|let|enum|struct|class|init|subscript|case)\b ?`?([A-Za-z_]*)/
                )
            else { continue }
            defer { (isUnavailable, renaming) = (false, nil) }
            let name = member.2.isEmpty ? String(member.1) : String(member.2)
            if let renaming { renamings[isMember ? "\(type).\(name)" : name, default: []].insert(renaming) }
            guard isMember, !isUnavailable else { continue }
            let takesArguments = ["func", "init", "subscript"].contains(member.1)
            let labels =
                takesArguments
                ? Self.labels(in: lines[position...].prefix(12).joined(separator: "\n"), after: name) : ""
            names.insert("\(type).\(name)\(labels)")
        }
    }

    /// Returns the labels in the parentheses after a name, such as `(workspace:name:)`.
    private static func labels(in text: String, after name: String) -> String {
        guard let start = text.range(of: name + "(") ?? text.range(of: name + "<") else { return "" }
        var depth = 0
        var labels = ""
        var isLabel = true
        for character in text[text.index(before: start.upperBound)...] {
            switch character {
            case "(", "[", "<": depth += 1
            case ")", "]", ">": depth -= 1
            case "," where depth == 1: isLabel = true
            case " ", "\n", ":":
                if depth == 1, isLabel, labels.last?.isLetter ?? false || labels.last == "_" {
                    labels.append(":")
                    isLabel = false
                }
            default: if depth == 1, isLabel { labels.append(character) }
            }
            if depth == 0 { break }
        }
        return "(\(labels))"
    }
}
