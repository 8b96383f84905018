/// The comments in a text that suppress diagnostics: `# azureml: ignore ID` at the end of the line of the finding, or
/// alone on the line above it.
///
/// Several codes are separated by commas or blanks. A finding about the whole text is suppressed by a comment on any
/// line.
package struct SuppressionComments: Sendable {
    private static let marker = Array("azureml: ignore".utf8)

    /// The suppressed codes, keyed by the 1-based line of the finding.
    private var codes: [Int: Set<String>] = [:]

    package init(in text: [UInt8]) {
        for (index, line) in text.split(separator: .newline, omittingEmptySubsequences: false).enumerated() {
            guard let start = line.lastIndex(of: UInt8(ascii: "#")) else { continue }
            let names = Self.names(in: line[(start + 1)...])
            let isAlone = line[..<start].allSatisfy(\.isASCIIWhitespace)
            if !names.isEmpty { codes[isAlone ? index + 2 : index + 1, default: []].formUnion(names) }
        }
    }

    private static func names(in comment: ArraySlice<UInt8>) -> [String] {
        let words = comment.drop(while: \.isASCIIWhitespace)
        guard words.starts(with: marker) else { return [] }
        let list = words.dropFirst(marker.count)
        guard list.first?.isASCIIWhitespace == true else { return [] }
        return list.split { $0.isASCIIWhitespace || $0 == UInt8(ascii: ",") }.map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// Returns the diagnostics of the text, except those that its comments suppress.
    package func removingSuppressed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        codes.isEmpty ? diagnostics : diagnostics.filter { !suppresses($0) }
    }

    private func suppresses(_ diagnostic: Diagnostic) -> Bool {
        let name = diagnostic.code.name
        guard let line = diagnostic.location?.line else { return codes.values.contains { $0.contains(name) } }
        return codes[line]?.contains(name) == true
    }
}
