internal import AzureMLSupport

/// The lines of a `.dockerignore` file: which files of a folder are no part of a build context.
struct IgnoreRules: Sendable {
    private let patterns: [IgnorePattern]

    /// No rules: everything is part of the context.
    static let none = IgnoreRules(patterns: [])

    /// Whether a folder that is ignored can hold something that is not.
    let hasExceptions: Bool

    private init(patterns: [IgnorePattern]) {
        self.patterns = patterns
        hasExceptions = patterns.contains(where: \.isException)
    }

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - text: The file's text.
    ///   - file: Its path for messages.
    /// - Throws: ``ImageBuildError`` with the line of a pattern that is none.
    init(_ text: String, file: String) throws(ImageBuildError) {
        var patterns: [IgnorePattern] = []
        let bytes = text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.utf8.dropFirst(3)) : Array(text.utf8)
        for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where line.first != UInt8(ascii: "#") {
            let text = String(decoding: line, as: UTF8.self)
            do {
                if let pattern = try IgnorePattern(text) { patterns.append(pattern) }
            } catch {
                throw ImageBuildError(
                    .ignoreRuleInvalid,
                    "the rule '\(text)' is no pattern: \(error.reason)",
                    at: SourceLocation(file: file, line: number + 1, column: 1, excerpt: text),
                    hint: "write a path, with *, ? and ** where parts of it vary"
                )
            }
        }
        self.init(patterns: patterns)
    }

    /// Which of the rules match a path or a folder above it.
    struct Matches {
        fileprivate let flags: [Bool]
        /// Whether the path is ignored: the last rule that matches decides.
        let isIgnored: Bool
    }

    /// Looks a path up; slashes are `/`.
    ///
    /// - Parameters:
    ///   - path: The path below the context's folder.
    ///   - parent: What was found for the folder that holds it; `nil` for the context's folder itself.
    /// - Returns: The rules that match, and what they lead to.
    func matches(_ path: String, in parent: Matches?) -> Matches {
        let scalars = Array(path.unicodeScalars)
        let flags = patterns.enumerated().map { position, pattern in
            parent?.flags[position] == true || pattern.matches(scalars)
        }
        let isIgnored = flags.lastIndex(of: true).map { !patterns[$0].isException } ?? false
        return Matches(flags: flags, isIgnored: isIgnored)
    }
}
