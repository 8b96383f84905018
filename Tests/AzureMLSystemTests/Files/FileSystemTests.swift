import AzureMLSupport
import AzureMLSystem
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct FileSystemTests {
    private let scratch: ScratchFolder
    private var path: String { scratch.path }

    init() throws {
        scratch = try ScratchFolder()
    }

    @Test func `a file is written only once and can be read back`() throws {
        let folder = try Directory(path: path)
        try folder.writeFile("a", [1, 2, 3])
        #expect(try folder.readFile("a", limit: 3) == [1, 2, 3])
        let error = #expect(throws: FileSystemError.self) { try folder.writeFile("a", [4]) }
        #expect(error?.isTaken == true)
        #expect(try folder.readFile("a", limit: 3) == [1, 2, 3])
    }

    @Test(arguments: ["", ".", "..", "a/b", "/etc", "../x", "a\0b"])
    func `a name that could lead out of its folder is refused by every operation`(name: String) throws {
        let folder = try Directory(path: path)
        #expect(throws: FileSystemError(.read, "\(path)/\(name)", .isInvalidFileName)) {
            try folder.readFile(name, limit: 1)
        }
        #expect(throws: FileSystemError.self) { try folder.directory(name) }
        #expect(throws: FileSystemError.self) { try folder.createDirectory(name) }
        #expect(throws: FileSystemError.self) { try folder.writeFile(name, []) }
        #expect(throws: FileSystemError.self) { try folder.replaceFile(name, with: []) }
        #expect(throws: FileSystemError.self) { try folder.putFileIfAbsent(name, []) }
        #expect(throws: FileSystemError.self) { try folder.removeTree(name) }
        #expect(throws: FileSystemError.self) { try folder.rename(name, to: "x", in: folder) }
        #expect(throws: FileSystemError.self) { try folder.kind(name) }
        #expect(try folder.names() == [])
    }

    @Test func `only a regular file is read, without waiting for a pipe`() throws {
        let folder = try Directory(path: path)
        try folder.writeFile("file", [1])
        try folder.createDirectory("folder")
        try scratch.link("link", to: "file")
        let pipeResult = unsafe mkfifo("\(path)/pipe", 0o600)
        #expect(pipeResult == 0)
        let expected: [(String, FileSystemError.Reason, FileKind)] = [
            ("link", .isLink, .link), ("pipe", .isNotRegularFile, .other), ("folder", .isNotRegularFile, .folder),
        ]
        for (name, reason, kind) in expected {
            #expect(throws: FileSystemError(.read, "\(path)/\(name)", reason)) { try folder.readFile(name, limit: 9) }
            #expect(try folder.kind(name) == kind)
        }
        #expect(try folder.kind("absent") == nil)
        #expect(try LocalFile.read(path: "\(path)/link", limit: 9) == [1])
        #expect(throws: FileSystemError.self) { try LocalFile.read(path: "\(path)/pipe", limit: 9) }
    }

    @Test func `a file over the size limit is refused`() throws {
        let folder = try Directory(path: path)
        try folder.writeFile("a", [UInt8](repeating: 7, count: 100_000))
        #expect(try folder.readFile("a", limit: 100_000).count == 100_000)
        #expect(throws: FileSystemError(.read, "\(path)/a", .isTooLarge(limit: 99_999))) {
            try folder.readFile("a", limit: 99_999)
        }
    }

    @Test func `a linked folder is not entered`() throws {
        let folder = try Directory(path: path)
        try folder.createDirectory("real")
        try scratch.link("link", to: "real")
        #expect(throws: FileSystemError(.openFolder, "\(path)/link", .isLink)) { try folder.directory("link") }
        #expect(throws: FileSystemError(.openFolder, "\(path)/link", .isLink)) {
            try folder.openOrCreateDirectory("link")
        }
    }

    @Test func `removing a tree removes links but not their targets`() throws {
        let folder = try Directory(path: path)
        let inner = try folder.openOrCreateDirectory("tree").openOrCreateDirectory("inner")
        try inner.writeFile("a", [1])
        try folder.createDirectory("kept")
        try folder.directory("kept").writeFile("b", [2])
        try scratch.link("tree/link", to: "\(path)/kept")
        try folder.removeTree("tree")
        #expect(try folder.names() == ["kept"])
        #expect(try folder.directory("kept").names() == ["b"])
    }

    @Test func `a replaced file keeps its permissions, and no temporary file is left`() throws {
        let folder = try Directory(path: path)
        try folder.writeFile("a", Array("old".utf8))
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: "\(path)/a")
        try folder.replaceFile("a", with: Array("new".utf8))
        #expect(try scratch.read("a") == "new")
        #expect(try scratch.permissions("a") == 0o640)
        #expect(try folder.names() == ["a"])
    }

    @Test func `replacing a user's file through a link keeps the link`() throws {
        let folder = try Directory(path: path)
        try folder.writeFile("real", Array("old".utf8))
        try scratch.link("link", to: "real")
        try LocalFile.replace(path: "\(path)/link", with: Array("new".utf8))
        #expect(try scratch.read("real") == "new")
        #expect(try folder.kind("link") == .link)
    }

    @Test func `only one writer can put a file in place`() throws {
        let folder = try Directory(path: path)
        #expect(try folder.putFileIfAbsent("a", Array("first".utf8)))
        #expect(try !folder.putFileIfAbsent("a", Array("second".utf8)))
        #expect(try scratch.read("a") == "first")
        #expect(try folder.names() == ["a"])
    }

    @Test(arguments: FileOperation.Kind.allCases.filter(\.changesDisk))
    func `a failed operation keeps the old content`(kind: FileOperation.Kind) throws {
        let folder = try Directory(path: path)
        try folder.writeFile("a", Array("old".utf8))
        let observer: FileOperation.Observer = { operation throws(FileSystemError) in
            if operation.kind == kind { throw .diskFull(operation) }
        }
        FileOperation.$observer.withValue(observer) {
            try? folder.replaceFile("a", with: Array("new".utf8))
        }
        // These operations are not part of replacing a file.
        let isUnaffected = [.createFolder, .link, .remove].contains(kind)
        #expect(try scratch.read("a") == (isUnaffected ? "new" : "old"))
        #expect(try folder.names() == ["a"])
    }

    @Test func `a cache is replaced even if a cleanup removes its temporary file`() throws {
        let folder = try Directory(path: path)
        try folder.replaceCache("a", with: Array("old".utf8))
        let isCleaned = Mutex(false)
        let observer: FileOperation.Observer = { operation throws(FileSystemError) in
            let isFirst = isCleaned.withLock { isCleaned in
                guard operation.kind == .rename, !isCleaned else { return false }
                isCleaned = true
                return true
            }
            if isFirst { try folder.removeAbandonedTemporaries() }
        }
        try FileOperation.$observer.withValue(observer) { try folder.replaceCache("a", with: Array("new".utf8)) }
        let wasCleaned = isCleaned.withLock { $0 }
        #expect(wasCleaned)
        #expect(try scratch.read("a") == "new")
        #expect(try folder.names() == ["a"])
    }

    @Test func `all missing folders of a path are made`() throws {
        _ = try Directory.createAll(path: "\(path)/a/b/c")
        _ = try Directory.createAll(path: "\(path)/a/b/c")
        #expect(try Directory(path: path).directory("a", "b").names() == ["c"])
    }

    @Test(
        arguments: [
            ("/a/b", "/a/c", "../b"), ("/a/b", "/a", "b"), ("/a", "/a", "."), ("/a", "/a/b/c", "../.."),
            ("/a/b/../c", "/a/./d", "../c"), ("/x", "/y", nil),
        ] as [(String, String, String?)]
    )
    func `a path is made relative to another`(target: String, base: String, way: String?) {
        #expect(LocalPath.relative(target, to: base) == way)
    }

    @Test(arguments: [
        ("/a/../b", "/b"), ("/..", "/"), ("//a//b/", "/a/b"), ("/a/./b", "/a/b"), ("/", "/"),
    ])
    func `a path is normalized as Python does`(path: String, normalized: String) {
        #expect(LocalPath.normalized(path) == normalized)
    }

    @Test func `an error names the path and escapes control characters`() {
        let error = #expect(throws: FileSystemError.self) { try Directory(path: "\(path)/a\u{1B}b") }
        #expect(error?.description == "cannot open folder '\(path)/a\\u{1B}b': No such file or directory")
    }
}
