import Testing

@testable import CondaDependencies

/// One edit of each real file: what a line diff of it shows.
@Suite struct CorpusEditTests {
    @Test(arguments: CorpusTests.files)
    func `a package more is one line more`(_ file: Fixture.File) throws {
        let original = try CondaDependencies(parsing: file.bytes, file: file.name)
        var edited = original
        try edited.addCondaPackage("a-new-package=1.0")
        let change = LineChange(from: original, to: edited)
        guard !change.isOneFlowLine else { return }
        #expect(change.removed.isEmpty && change.added.count == 1, "\(change)")
        #expect(change.added.first?.contains(/- ["']?a-new-package=1\.0["']?$/) == true, "\(change)")
    }

    @Test(arguments: CorpusTests.files)
    func `a package less is its line less, and the comment directly above it`(_ file: Fixture.File) throws {
        let original = try CondaDependencies(parsing: file.bytes, file: file.name)
        for package in Set(original.condaPackages) where original.condaPackages.count > 1 && package != "python" {
            var edited = original
            guard (try? edited.removeCondaPackage(package)) != nil else { continue }
            let change = LineChange(from: original, to: edited)
            let count = original.condaPackages.count - edited.condaPackages.count
            guard !change.isOneFlowLine else { continue }
            let comments = change.removed.filter { $0.isCommentLine }
            #expect(change.added.isEmpty && change.removed.count == count + comments.count, "\(package): \(change)")
        }
    }

    @Test(arguments: CorpusTests.files)
    func `another Python is one line changed`(_ file: Fixture.File) throws {
        let original = try CondaDependencies(parsing: file.bytes, file: file.name)
        let count = original.condaPackages.count { CondaMatchSpec.packageName(in: $0) == "python" }
        guard count > 0 else { return }
        var edited = original
        try edited.setPythonVersion("2.6.6")
        let change = LineChange(from: original, to: edited)
        #expect(change.removed.count == count && change.added.count == 1, "\(change)")
        #expect(change.added.first?.contains("python=2.6.6") == true)
        #expect(change.removed.first?.comment == change.added.first?.comment)
    }
}

/// The lines, without their ends, between the first and the last ones that two texts share.
private struct LineChange {
    var removed: [String]
    var added: [String]

    init(from original: CondaDependencies, to edited: CondaDependencies) {
        let (before, after) = (Self.lines(of: original), Self.lines(of: edited))
        let start = zip(before, after).prefix { $0 == $1 }.count
        let end = zip(before.dropFirst(start).reversed(), after.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        removed = Array(before.dropFirst(start).dropLast(end))
        added = Array(after.dropFirst(start).dropLast(end))
    }

    /// A list between brackets stands in one line, which every edit of it changes.
    var isOneFlowLine: Bool {
        removed.count == 1 && added.count == 1 && removed[0].contains(/[\[{]/)
    }

    private static func lines(of dependencies: CondaDependencies) -> [String] {
        let lines = dependencies.bytes.filter { $0 != UInt8(ascii: "\r") }
            .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        return lines.last == "" ? lines.dropLast() : lines
    }
}

extension String {
    fileprivate var isCommentLine: Bool { prefixMatch(of: /\s*#/) != nil }

    fileprivate var comment: Substring? { firstMatch(of: /\s+#.*/)?.output }
}
