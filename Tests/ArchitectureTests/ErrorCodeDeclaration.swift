import Foundation

/// A code that an error type declares: `public static var notFound: Self { Self("workspace-not-found") }`.
struct ErrorCodeDeclaration {
    let errorType: String
    let swiftName: String
    let code: String
    let documentation: String
    let isPublic: Bool

    static func all() throws -> [ErrorCodeDeclaration] {
        try SourceFile.paths().flatMap { path -> [ErrorCodeDeclaration] in
            let text = try String(contentsOf: path, encoding: .utf8)
            guard let type = text.firstMatch(of: /extension ErrorCode where Failure == (\w+)/)?.1 else { return [] }
            let pattern =
                /(?<comment>(?: {4}\/\/\/ .*\n)*) {4}(?<access>\w+) static var (?<name>\w+): Self \{ Self\("(?<code>[^"]*)"\) \}/
            return text.matches(of: pattern).map { match in
                let lines = match.comment.split(separator: "\n").map { $0.drop { " /".contains($0) } }
                return ErrorCodeDeclaration(
                    errorType: String(type),
                    swiftName: String(match.name),
                    code: String(match.code),
                    documentation: lines.joined(separator: " "),
                    isPublic: match.access == "public"
                )
            }
        }
    }

    /// The code that the names of the type and the property require.
    var expectedCode: String {
        Self.hyphenated(String(errorType.trimmingSuffix("Error"))) + "-" + Self.hyphenated(swiftName)
    }

    var row: String { "| `.\(swiftName)` | `\(code)` | \(documentation) |" }

    /// Returns a Swift name in lower case with hyphens: `notUTF8` becomes `not-utf8`.
    private static func hyphenated(_ name: String) -> String {
        name.replacing(/([a-z0-9])([A-Z])/, with: { "\($0.1)-\($0.2)" })
            .replacing(/([A-Z])([A-Z][a-z])/, with: { "\($0.1)-\($0.2)" })
            .lowercased()
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> Substring {
        hasSuffix(suffix) ? dropLast(suffix.count) : self[...]
    }
}
