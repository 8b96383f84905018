import AzureMLSystem
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import ImageBuild

/// Ignored folders are listed only if a later exception can keep something in them.
@Suite struct IgnoredFolderTests {
    private static func folder(_ rules: String) throws -> ScratchFolder {
        let folder = try ScratchFolder()
        try folder.write("Dockerfile", "FROM a\n")
        try folder.write(".dockerignore", rules)
        for path in ["a.md", "lib/keep.md", "lib/x.py", "lib/sub/keep.md", "lib/sub/deep/x.py", "src/x.py"] {
            try folder.write(path, "")
        }
        return folder
    }

    /// Returns the files that the rules keep, and the folders that are listed to find them.
    private static func read(_ rules: String) throws -> (files: Set<String>, listed: Set<String>) {
        let folder = try folder(rules)
        let listed = Mutex<Set<String>>([])
        let context = try FileOperation.$observer.withValue({ operation in
            guard operation.kind == .list, operation.path != folder.path else { return }
            _ = listed.withLock { $0.insert(String(operation.path.dropFirst(folder.path.count + 1))) }
        }) {
            try BuildContext(directory: folder.path)
        }
        let files = context.entries.filter { $0.content != .folder }.map(\.path)
        return (Set(files).subtracting(["Dockerfile", ".dockerignore"]), listed.withLock(\.self))
    }

    static let all: Set<String> = ["lib", "lib/sub", "lib/sub/deep", "src"]

    @Test(
        arguments: [
            // No exception can match something in the folder.
            ("lib", ["a.md", "src/x.py"], ["src"]),
            ("lib\n!src/y", ["a.md", "src/x.py"], ["src"]),
            ("lib\n*.md\n!README*.md\n!?.txt", ["src/x.py"], ["src"]),
            ("lib\n!lib*.md\n![kl]ib?.md", ["a.md", "src/x.py"], ["src"]),
            ("lib\n!src/**/*.py", ["a.md", "src/x.py"], ["src"]),
            ("*\n!src", ["src/x.py"], ["src"]),
            // An exception comes before the rule that ignores the folder.
            ("!**/keep.md\nlib", ["a.md", "src/x.py"], ["src"]),
            ("**\n!**\nlib", ["a.md", "src/x.py"], ["src"]),
            // An exception can match only in a part of the folder.
            ("lib\n!lib/sub/keep.md", ["a.md", "lib/sub/keep.md", "src/x.py"], ["lib", "lib/sub", "src"]),
            ("lib\n!lib/*.md", ["a.md", "lib/keep.md", "src/x.py"], ["lib", "src"]),
            ("lib\n!*/*/keep.md", ["a.md", "lib/sub/keep.md", "src/x.py"], ["lib", "lib/sub", "src"]),
            ("lib\n!l?b/s[tu]b/*.md", ["a.md", "lib/sub/keep.md", "src/x.py"], ["lib", "lib/sub", "src"]),
            (
                "lib\n!lib/sub/**", ["a.md", "lib/sub/keep.md", "lib/sub/deep/x.py", "src/x.py"],
                ["lib", "lib/sub", "lib/sub/deep", "src"]
            ),
            // An exception can match everywhere.
            ("**\n!**/keep.md", ["lib/keep.md", "lib/sub/keep.md"], all),
            ("lib\n!**/*.md", ["a.md", "lib/keep.md", "lib/sub/keep.md", "src/x.py"], all),
            ("lib\n!l**/keep.md", ["a.md", "lib/keep.md", "lib/sub/keep.md", "src/x.py"], all),
            ("lib\n!**.none", ["a.md", "src/x.py"], all),
            // The last rule does not apply to a folder that is ignored already.
            ("lib\n!**/keep.md\nlib/sub", ["a.md", "lib/keep.md", "lib/sub/keep.md", "src/x.py"], all),
        ] as [(String, Set<String>, Set<String>)]
    )
    func `an ignored folder is listed only if an exception can match something in it`(
        _ rules: String,
        _ files: Set<String>,
        _ listed: Set<String>
    ) throws {
        let found = try Self.read(rules)
        #expect(found.files == files)
        #expect(found.listed == listed)
    }

    @Test func `a Dockerfile in an ignored folder is found without listing other folders`() throws {
        let folder = try Self.folder("*\n")
        try folder.write("lib/sub/Dockerfile", "FROM a\n")
        let listed = Mutex<[String]>([])
        let paths = try FileOperation.$observer.withValue({ operation in
            if operation.kind == .list { listed.withLock { $0.append(operation.path) } }
        }) {
            try BuildContext(directory: folder.path, dockerfilePath: "lib/sub/Dockerfile").entries.map(\.path)
        }
        #expect(paths == [".dockerignore", "lib", "lib/sub", "lib/sub/Dockerfile"])
        #expect(listed.withLock(\.self) == ["", "/lib", "/lib/sub"].map { folder.path + $0 })
    }

    @Test func `an ignored folder counts for no limit`() throws {
        let folder = try Self.folder("*.md\nlib\n!README*.md\n")
        for number in 0..<20 { try folder.write("lib/f\(number)", "") }
        let limits = ContextLimits(entries: 4, bytes: 100, depth: 2)
        let context = try BuildContext(directory: folder.path, dockerfilePath: "Dockerfile", limits: limits)
        #expect(context.entries.map(\.path) == [".dockerignore", "Dockerfile", "src", "src/x.py"])
    }

    @Test(arguments: [FileOperation.Kind.openFolder, .list])
    func `an ignored folder without permission to read is passed over, and another one is an error`(
        _ kind: FileOperation.Kind
    ) throws {
        let folder = try Self.folder("lib\n!**/keep.md\n")
        let forbidding: FileOperation.Observer = { operation throws(FileSystemError) in
            guard operation.kind == kind, operation.path.hasSuffix("/lib/sub") else { return }
            throw FileSystemError(operation.kind, operation.path, .system(EACCES))
        }
        try FileOperation.$observer.withValue(forbidding) {
            let paths = try BuildContext(directory: folder.path).entries.map(\.path)
            #expect(paths == [".dockerignore", "Dockerfile", "a.md", "lib", "lib/keep.md", "src", "src/x.py"])
        }
        try folder.write(".dockerignore", "")
        FileOperation.$observer.withValue(forbidding) {
            let error = #expect(throws: ImageBuildError.self) { try BuildContext(directory: folder.path) }
            #expect(error?.code == .contextUnreadable)
        }
    }

    /// Walks as a reader would that lists every folder, and compares.
    @Test func `no folder that is passed over holds something that the rules keep`() throws {
        var random = SplitMix64(seed: 1)
        let pieces = ["a", "b", "ab", "/", "/", "*", "**", "**/", "?", "[ab]", "[^a]"]
        let names = ["a", "b", "ab", "ba", "a\nb"]
        var passedOver = 0
        for _ in 0..<800 {
            let text = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                (Bool.random(using: &random) ? "" : "!")
                    + (0..<Int.random(in: 1...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? ""
                    }
                    .joined()
            }.joined(separator: "\n")
            guard let rules = try? IgnoreRules(text, file: ".dockerignore") else { continue }
            for _ in 0..<20 {
                var search = IgnoreSearch()
                var above: IgnoreRules.Matches?
                var path = ""
                var isPassedOver = false
                for _ in 0..<4 {
                    path += (path.isEmpty ? "" : "/") + (names.randomElement(using: &random) ?? "")
                    let matches = rules.matches(path, in: above, &search)
                    #expect(!isPassedOver || matches.isIgnored, "\(path) with \(text)")
                    if matches.isIgnored, !rules.canKeepSomething(below: path, matches, &search) { isPassedOver = true }
                    above = matches
                }
                if isPassedOver { passedOver += 1 }
            }
        }
        #expect(passedOver > 1000)
    }
}
