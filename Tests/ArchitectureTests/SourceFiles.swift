import Foundation

/// A file of `Sources`, without its comments and string literals.
struct SourceFile {
    let module: String
    /// The first folder below the module's folder; empty for a file that is directly in the module's folder.
    let room: String
    /// The path of its folder below `Sources`.
    let folder: String
    let name: String
    let code: String

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The Swift files of `Sources`.
    static func paths() -> [URL] {
        files(in: "Sources", withExtension: ".swift")
    }

    /// The documents, except the changelog, which also names codes of earlier versions.
    static func documents() -> [URL] {
        files(in: "Documentation", withExtension: ".md")
            + ["README.md", "CONTRIBUTING.md", "SECURITY.md"].map { root.appending(path: $0) }
    }

    /// All texts that people read, but test data.
    static func texts() -> [URL] {
        let code = files(in: "Tests", withExtension: ".swift") + files(in: "Samples", withExtension: "")
        let scripts = files(in: "Scripts", withExtension: "") + files(in: ".ci", withExtension: "")
        let named = ["CHANGELOG.md", "Package.swift"].map { root.appending(path: $0) }
        return (paths() + documents() + code + scripts + named).filter { !$0.isFolder }
    }

    private static func files(in folder: String, withExtension suffix: String) -> [URL] {
        let folder = root.appending(path: folder)
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(suffix) }.sorted().map { folder.appending(path: $0) }
    }

    static func all() throws -> [SourceFile] {
        try paths().map { path in
            let parts = Array(path.pathComponents.dropFirst(root.appending(path: "Sources").pathComponents.count))
            let text = try String(contentsOf: path, encoding: .utf8)
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

    /// The types that other files can see, except nested ones.
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

extension URL {
    fileprivate var isFolder: Bool { (try? resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true }
}
