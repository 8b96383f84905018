internal import Foundation

/// The table of SECURITY.md that says what registering does with each kind of secret.
package enum SecurityPromises {
    private struct MissingRow: Error {
        let start: String
    }

    /// Returns the texts in backticks in the first cell of a row, by the beginning of the row.
    package static func quotedTexts(inRow start: String) throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let document = try String(contentsOf: root.appending(path: "SECURITY.md"), encoding: .utf8)
        guard let row = document.split(separator: "\n").first(where: { $0.hasPrefix("| \(start)") }) else {
            throw MissingRow(start: start)
        }
        return row.matches(of: /`([^`]+)`/).map { String($0.1) }
    }
}
