import Workspace

extension DocumentDraft {
    static func sample(_ name: String = "env", version: String? = nil, content: String = "a") -> DocumentDraft {
        DocumentDraft(name: name, version: version, contentHash: content, secretReferences: [:]) { version in
            [
                DocumentFile(name: "definition.json", bytes: Array("{\"version\": \"\(version)\"}".utf8)),
                DocumentFile(name: "content.txt", bytes: Array(content.utf8)),
            ]
        }
    }
}
