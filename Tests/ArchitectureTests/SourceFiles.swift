import Foundation

/// A file of `Sources` without its comments and texts.
struct SourceFile {
    let module: String
    /// The first folder below the module's; empty for a file of the module's own folder.
    let room: String
    /// The path of its folder below `Sources`.
    let folder: String
    let name: String
    let code: String

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func all() throws -> [SourceFile] {
        let sources = root.appending(path: "Sources")
        let paths = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let parts = path.split(separator: "/").map(String.init)
            let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
            return SourceFile(
                module: parts[0],
                room: parts.count > 2 ? parts[1] : "",
                folder: parts.dropLast().joined(separator: "/"),
                name: parts[parts.count - 1],
                code: text.replacing(/\/\/.*/, with: "").replacing(/"(?:\\.|[^"\\\n])*"/, with: "\"\"")
            )
        }
    }

    var imports: Set<String> {
        Set(code.matches(of: /(?m)^(?:@\S+ )?(?:[a-z]+ )?import (\w+)$/).map { String($0.1) })
    }

    /// The types that other files can see, but for nested ones.
    var types: Set<String> {
        let declaration =
            /(?m)^(?:(?:public|package|final|indirect) )*(?:struct|enum|class|actor|protocol|typealias) (\w+)/
        return Set(code.matches(of: declaration).map { String($0.1) })
    }

    /// The words that can name a type.
    var words: Set<String> {
        Set(code.matches(of: /\b[A-Z]\w+\b/).map { String($0.0) })
    }
}
