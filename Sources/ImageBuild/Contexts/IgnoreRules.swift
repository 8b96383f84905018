internal import AzureMLSupport

/// The lines of a `.dockerignore` file: which files of a folder are not part of a build context.
struct IgnoreRules: Sendable {
    private let patterns: [IgnorePattern]

    /// No rules: everything is part of the context.
    static let none = IgnoreRules(patterns: [])

    /// The positions of the exceptions.
    private let exceptions: [Int]
    /// The part of each pattern that is looked at first, apart from the pattern: reading the patterns themselves for
    /// each of many files would take most of the time.
    private let summaries: [(isException: Bool, lastByte: UInt8?)]
    /// No rule matches. Stored, so that it need not be made for each file.
    private let noFlags: [Bool]

    private init(patterns: [IgnorePattern]) {
        self.patterns = patterns
        summaries = patterns.map { ($0.isException, $0.lastByte) }
        noFlags = patterns.map { _ in false }
        exceptions = patterns.indices.filter { patterns[$0].isException }
    }

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - text: The file's text.
    ///   - file: Its path for messages.
    /// - Throws: ``ImageBuildError`` with the line of an invalid pattern.
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
                    "the rule '\(text.prefix(200))' is not a valid pattern: \(error.reason)",
                    at: SourceLocation(file: file, line: number + 1, column: 1, excerpt: String(text.prefix(200))),
                    hint: "write a path, with *, ? and ** for the parts that vary"
                )
            }
        }
        self.init(patterns: patterns)
    }

    /// Which of the rules match a path or a folder above it.
    struct Matches {
        /// Whether each rule matches.
        fileprivate let flags: [Bool]
        /// Whether the path is ignored: the last rule that matches decides.
        let isIgnored: Bool
    }

    /// Finds the rules that match a path with `/` as its separator.
    ///
    /// - Parameters:
    ///   - path: The path below the context's folder.
    ///   - parent: The matches of the path's folder; `nil` when that is the context's folder itself.
    ///   - search: Counts the steps of patterns that were looked at.
    /// - Returns: The rules that match, and whether they ignore the path.
    func matches(_ path: String, in parent: Matches?, _ search: inout IgnoreSearch) -> Matches {
        var path = IgnorePath(path)
        var flags = parent?.flags ?? noFlags
        var isIgnored = false
        search.count(patterns.count)
        for (position, (isException, lastByte)) in summaries.enumerated() {
            // A rule that would not change the outcome is skipped, and so not applied to the children either: as in
            // Docker, `dir/x` stays ignored when `!dir` follows the rule `dir/x`.
            if !flags[position], isException == isIgnored, lastByte == nil || lastByte == path.bytes.last,
                patterns[position].matches(&path, &search)
            {
                flags[position] = true
            }
            if flags[position] { isIgnored = !isException }
        }
        return Matches(flags: flags, isIgnored: isIgnored)
    }

    /// Whether an ignored folder can hold files that are not ignored.
    ///
    /// The rules that match the folder match everything in it, so only exceptions after the last of them can make a
    /// difference.
    ///
    /// - Parameters:
    ///   - folder: The path of the folder.
    ///   - matches: The rules that match it.
    ///   - search: Counts the steps of patterns that were looked at.
    /// - Returns: Whether an exception can match something in the folder.
    func canKeepSomething(below folder: String, _ matches: Matches, _ search: inout IgnoreSearch) -> Bool {
        guard let last = matches.flags.lastIndex(of: true) else { return true }
        var folder = IgnorePath("\(folder)/")
        search.count(exceptions.count)
        return exceptions.contains { $0 > last && patterns[$0].canMatch(below: &folder, &search) }
    }
}
