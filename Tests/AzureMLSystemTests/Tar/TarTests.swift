import AzureMLSystem
import Testing

@Suite struct TarTests {
    private static func archive(_ entries: [TarEntry]) -> [UInt8] {
        var archive: [UInt8] = []
        TarWriter.write(entries) { archive += $0 }
        return archive
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }

    @Test func `a header has the fields of POSIX at their positions`() {
        let entry = TarEntry(path: "a/b.txt", content: .file(Array("hello\n".utf8)), mode: 0o644, modificationTime: 1)
        let archive = Self.archive([entry])
        // One header, one block of content, two blocks at the end.
        #expect(archive.count == 4 * 512)
        #expect(Self.text(archive[0..<100]) == "a/b.txt")
        #expect(Self.text(archive[100..<108]) == "0000644")
        #expect(Self.text(archive[108..<116]) == "0000000")
        #expect(Self.text(archive[116..<124]) == "0000000")
        #expect(Self.text(archive[124..<136]) == "00000000006")
        #expect(Self.text(archive[136..<148]) == "00000000001")
        // The checksum that Python's tarfile writes for the same fields.
        #expect(Array(archive[148..<156]) == Array("007144".utf8) + [0, 0x20])
        #expect(archive[156] == UInt8(ascii: "0"))
        #expect(Array(archive[257..<265]) == Array("ustar\u{0}00".utf8))
        #expect(archive[265..<329].allSatisfy { $0 == 0 })
        #expect(Self.text(archive[512..<1024]) == "hello\n")
        #expect(archive[1024...].allSatisfy { $0 == 0 })
    }

    @Test func `folders and links have their own types and no content`() {
        let archive = Self.archive([
            TarEntry(path: "folder", content: .folder, mode: 0o755, modificationTime: 0),
            TarEntry(path: "link", content: .link("../elsewhere"), mode: 0o777, modificationTime: 0),
        ])
        #expect(archive.count == 4 * 512)
        #expect(Self.text(archive[0..<100]) == "folder/")
        #expect(archive[156] == UInt8(ascii: "5"))
        #expect(archive[512 + 156] == UInt8(ascii: "2"))
        #expect(Self.text(archive[(512 + 157)..<(512 + 257)]) == "../elsewhere")
    }

    @Test(arguments: [
        // The length counts its own digits: 100 is one more digit than 99.
        ("é", "11 path=é\n"),
        (String(repeating: "x", count: 101), "111 path=" + String(repeating: "x", count: 101) + "\n"),
        (String(repeating: "é", count: 45), "99 path=" + String(repeating: "é", count: 45) + "\n"),
        ("x" + String(repeating: "é", count: 45), "101 path=x" + String(repeating: "é", count: 45) + "\n"),
    ])
    func `a name that does not fit is written to an extended header`(_ name: String, _ record: String) {
        let archive = Self.archive([TarEntry(path: name, content: .file([]), mode: 0o644, modificationTime: 0)])
        #expect(archive[156] == UInt8(ascii: "x"))
        #expect(
            Self.text(archive[124..<136]) == String(repeating: "0", count: 11 - octal(record).count) + octal(record)
        )
        #expect(Self.text(archive[512..<1024]) == record)
        #expect(archive[1024 + 156] == UInt8(ascii: "0"))
    }

    private func octal(_ record: String) -> String { String(record.utf8.count, radix: 8) }

    @Test(arguments: [-1, 0o77777777777 + 1])
    func `a time that does not fit is written to an extended header`(_ time: Int) {
        let archive = Self.archive([TarEntry(path: "a", content: .file([]), mode: 0o644, modificationTime: time)])
        #expect(Self.text(archive[512..<1024]).hasSuffix(" mtime=\(time)\n"))
        #expect(Self.text(archive[(1024 + 136)..<(1024 + 148)]) == "00000000000")
    }

    @Test func `content that fills its blocks gets no padding`() {
        let entry = TarEntry(
            path: "a",
            content: .file([UInt8](repeating: 1, count: 1024)),
            mode: 0o644,
            modificationTime: 0
        )
        #expect(Self.archive([entry]).count == 5 * 512)
        #expect(Self.archive([]) == [UInt8](repeating: 0, count: 1024))
    }
}
