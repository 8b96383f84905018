internal import AzureMLSupport

/// The lines of a `.dockerignore` file: which files of a folder are no part of a build context.
struct IgnoreRules: Sendable {
    private let patterns: [IgnorePattern]

    /// No rules: everything is part of the context.
    static let none = IgnoreRules(patterns: [])

    private let exceptions: [IgnorePattern]

    private init(patterns: [IgnorePattern]) {
        self.patterns = patterns
        exceptions = patterns.filter(\.isException)
    }

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - text: The file's text.
    ///   - file: Its path for messages.
    /// - Throws: ``ImageBuildError`` with the line of a pattern that is none.
    init(_ text: String, file: String) throws(ImageBuildError) {
        var patterns: [IgnorePattern] = []
        let bytes =
            text.utf8.starts(with: ByteOrderMark.utf8)
            ? Array(text.utf8.dropFirst(ByteOrderMark.utf8.count)) : Array(text.utf8)
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

    /// Whether a folder that is ignored can hold something that is not.
    func canKeepSomething(below folder: String) -> Bool {
        exceptions.contains { $0.canMatch(below: folder) }
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
        var flags = parent?.flags ?? [Bool](repeating: false, count: patterns.count)
        var isIgnored = false
        for (position, pattern) in patterns.enumerated() {
            // A rule that would change nothing is not looked at, and so does not hold for what lies below either: Docker
            // keeps no more of `dir` than before when `!dir` stands behind `dir/x`.
            if !flags[position], pattern.isException == isIgnored { flags[position] = pattern.matches(path) }
            if flags[position] { isIgnored = !pattern.isException }
        }
        return Matches(flags: flags, isIgnored: isIgnored)
    }
}
