import AzureMLSystem
import Foundation
import Synchronization
import TestSupport
import Testing

/// Tests of a tree of files that other processes change while it is removed.
@Suite struct TreeRemovalTests {
    private let scratch: ScratchFolder
    private var path: String { scratch.path }

    init() throws {
        scratch = try ScratchFolder()
        try scratch.write("tree/inner/a", "")
    }

    @Test(
        arguments: ["tree", "tree/inner", "tree/inner/a"],
        [FileOperation.Kind.inspect, .openFolder, .list, .remove]
    )
    func `entries that others remove at the same time cause no error`(
        vanishing: String,
        step: FileOperation.Kind
    ) throws {
        let gone = "\(path)/\(vanishing)"
        let observer: FileOperation.Observer = { operation in
            if operation.kind == step, operation.path == gone { try? FileManager.default.removeItem(atPath: gone) }
        }
        let folder = try Directory(path: path)
        try FileOperation.$observer.withValue(observer) { try folder.removeTree("tree") }
        #expect(try folder.names() == [])
    }

    /// Removes the tree, and adds a file to the inner folder before each of the first `count` attempts to remove it.
    private func removeTree(whileOthersAdd count: Int) throws {
        let inner = "\(path)/tree/inner"
        let added = Mutex(0)
        let observer: FileOperation.Observer = { operation in
            guard operation.kind == .remove, operation.path == inner else { return }
            let number = added.withLock { number in
                number += 1
                return number
            }
            if number <= count { _ = FileManager.default.createFile(atPath: "\(inner)/new\(number)", contents: nil) }
        }
        let folder = try Directory(path: path)
        try FileOperation.$observer.withValue(observer) { try folder.removeTree("tree") }
    }

    @Test func `entries that others add at the same time are removed too`() throws {
        try removeTree(whileOthersAdd: 3)
        #expect(!scratch.exists("tree"))
    }

    @Test func `if others never stop adding, an error names the folder`() throws {
        let error = #expect(throws: FileSystemError.self) { try removeTree(whileOthersAdd: .max) }
        #expect(error?.path == "\(path)/tree/inner")
        #expect(error?.isTaken == true)
    }

    @Test(arguments: [(199, true), (200, false)])
    func `a tree is removed unless it is too deep`(depth: Int, isRemoved: Bool) throws {
        // Each folder is made from the one above, because the whole path is longer than the system accepts.
        var innermost = try Directory(path: path).makeDirectory("deep", mode: 0o755)
        for _ in 0..<depth { innermost = try innermost.makeDirectory("folder-of-a-tree-that-is-deep", mode: 0o755) }
        let folder = try Directory(path: path)
        if isRemoved {
            try folder.removeTree("deep")
            #expect(try !folder.names().contains("deep"))
        } else {
            let error = #expect(throws: FileSystemError.self) { try folder.removeTree("deep") }
            #expect(error?.reason == .isTooDeep(limit: 200))
            #expect(try folder.names().contains("deep"))
            // Its path is also too long for the removal of the scratch folder.
            try folder.directory("deep").rename("folder-of-a-tree-that-is-deep", to: "rest", in: folder)
            try folder.removeTree("rest")
        }
    }
}
