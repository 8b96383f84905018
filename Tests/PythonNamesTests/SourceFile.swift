import Foundation

/// A Swift file under Sources.
struct SourceFile: Sendable {
    static let all: [SourceFile] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let files = FileManager.default.enumerator(
            at: root.appending(path: "Sources"),
            includingPropertiesForKeys: nil
        )
        return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }.map { file in
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            return SourceFile(
                name: file.lastPathComponent,
                isPythonNames: file.path.contains("/PythonNames/"),
                text: text
            )
        }
    }()

    let name: String
    /// Whether it declares Python spellings.
    let isPythonNames: Bool
    let text: String
}
