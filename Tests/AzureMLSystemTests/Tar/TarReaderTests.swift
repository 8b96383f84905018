import AzureMLSystem
import Testing

@Suite struct TarReaderTests {
    private static func read(
        _ archive: [UInt8],
        limits: TarReader.Limits = TarReader.Limits()
    ) throws -> [TarEntry] {
        var rest = archive[...]
        var reader = TarReader(limits: limits) { count in
            let piece = Array(rest.prefix(count))
            rest = rest.dropFirst(count)
            return piece
        }
        var entries: [TarEntry] = []
        while let member = try reader.next() {
            var content: [UInt8] = []
            try reader.readContent { content += $0 }
            entries.append(
                TarEntry(
                    path: member.path,
                    content: member.kind == .folder ? .folder : .file(content),
                    mode: member.mode,
                    modificationTime: member.modificationTime
                )
            )
        }
        return entries
    }

    private static func written(_ entries: [TarEntry]) -> [UInt8] {
        var archive: [UInt8] = []
        TarWriter.write(entries) { archive += $0 }
        return archive
    }

    @Test func `entries that the writer wrote are read back`() throws {
        let long = String(repeating: "folder-é/", count: 20) + "file"
        let entries = [
            TarEntry(path: "a", content: .folder, mode: 0o755, modificationTime: 5),
            TarEntry(path: "a/x", content: .file(Array("hello".utf8)), mode: 0o755, modificationTime: 5),
            TarEntry(path: "a/y", content: .file([UInt8](repeating: 7, count: 1024)), mode: 0o644, modificationTime: 0),
            TarEntry(path: "empty", content: .file([]), mode: 0o600, modificationTime: 0),
            TarEntry(path: long, content: .file([1]), mode: 0o644, modificationTime: 0),
        ]
        #expect(try Self.read(Self.written(entries)) == entries)
        #expect(try Self.read(Self.written([])) == [])
        #expect(try Self.read(Self.written(entries) + [UInt8](repeating: 0, count: 10_240)) == entries)
    }

    /// The headers are written by hand from the table of fields in POSIX.
    @Test func `names that are split over name and prefix, and names that begin with a dot, are read`() throws {
        let archive =
            RawTar.entry("./", type: "5") + RawTar.entry("file", prefix: "some/folder", content: [1])
            + RawTar.entry("./a", type: "\u{0}", content: [2]) + RawTar.end
        let entries = try Self.read(archive)
        #expect(entries.map(\.path) == ["some/folder/file", "a"])
        #expect(entries.map(\.member.kind) == [.file(size: 1), .file(size: 1)])
        #expect(entries.map(\.bytes) == [[1], [2]])
    }

    @Test func `an extended header gives the path and the size`() throws {
        let records = RawTar.record("path", "long/ü") + RawTar.record("size", "3") + RawTar.record("mtime", "1.5")
        let archive =
            RawTar.entry("x", type: "x", content: records)
            + RawTar.entry("short", content: [1, 2, 3], size: "00000000000") + RawTar.end
        #expect(try Self.read(archive).map(\.path) == ["long/ü"])
        #expect(try Self.read(archive).map(\.member.kind) == [.file(size: 3)])
        #expect(try Self.read(archive).map(\.bytes) == [[1, 2, 3]])
    }

    private static let hostile: [(name: String, archive: [UInt8], reason: TarError.Reason)] = {
        func path(_ name: String, _ reason: String) -> (String, [UInt8], TarError.Reason) {
            ("path \(name)", RawTar.entry(name) + RawTar.end, .path(reason))
        }
        func kind(_ type: String, _ text: String) -> (String, [UInt8], TarError.Reason) {
            ("type \(type)", RawTar.entry("x", type: type) + RawTar.end, .kind(text))
        }
        func extended(_ content: [UInt8], _ reason: TarError.Reason) -> (String, [UInt8], TarError.Reason) {
            (
                "records \(String(decoding: content.prefix(30), as: UTF8.self))",
                RawTar.entry("x", type: "x", content: content) + RawTar.entry("y") + RawTar.end, reason
            )
        }
        var wrongSum = RawTar.entry("x")
        wrongSum[0] += 1
        return [
            path("/etc/passwd", "is absolute"), path("../x", "contains '..'"),
            path("a/../../x", "contains '..'"), path("a/..", "contains '..'"),
            path("a//b", "has an empty component"), path("", "is empty"),
            path("a/", "ends with a slash, but it is a file"),
            path(".", "names a folder, but it is a file"), path("a\nb", "has a control character"),
            kind("1", "a hard link to another entry"), kind("2", "a symbolic link"), kind("3", "a device"),
            kind("4", "a device"), kind("6", "a FIFO"), kind("S", "a sparse file"),
            kind("7", "of the unknown type '7'"),
            kind("K", "a long link target"), kind("g", "a global extended header"),
            (
                "folder with content", RawTar.entry("x", type: "5", content: [1]) + RawTar.end,
                .kind("a folder with content")
            ),
            ("empty file", [], .truncated), ("half a header", Array(RawTar.entry("x").prefix(100)), .truncated),
            ("no end", RawTar.entry("x"), .truncated),
            ("half an end", RawTar.entry("x") + RawTar.end.prefix(512), .truncated),
            ("half a content", Array(RawTar.entry("x", content: [1, 2]).prefix(513)), .truncated),
            ("no padding", Array(RawTar.entry("x", content: [1, 2]).prefix(514)), .truncated),
            ("a size beyond the end", RawTar.entry("x", size: "00000100000") + RawTar.end, .truncated),
            ("checksum", wrongSum + RawTar.end, .checksum),
            ("an old format", RawTar.entry("x", magic: "ustar  0") + RawTar.end, .format),
            ("no format", RawTar.entry("x", magic: "") + RawTar.end, .format),
            ("size in binary", RawTar.entry("x", size: "\u{1}0000000000") + RawTar.end, .number),
            ("size in decimal", RawTar.entry("x", size: "00000000009") + RawTar.end, .number),
            ("no size", RawTar.entry("x", size: "") + RawTar.end, .number),
            ("data after the end", RawTar.entry("a") + RawTar.end + RawTar.entry("b") + RawTar.end, .trailingData),
            ("one empty block", RawTar.end.prefix(512) + RawTar.entry("b") + RawTar.end, .trailingData),
            ("nothing described", RawTar.entry("x", type: "x") + RawTar.end, .truncated),
            ("a long path that is not closed", RawTar.longPath("../x") + RawTar.end, .record),
            ("a long path that leads out", RawTar.longPath("../x\u{0}") + RawTar.end, .path("contains '..'")),
            (
                "a long path with a zero byte in it", RawTar.longPath("a\u{0}b\u{0}") + RawTar.end,
                .path("has a control character")
            ),
            (
                "two long paths",
                RawTar.entry("x", type: "L", content: [0x61, 0]) + RawTar.longPath("b\u{0}") + RawTar.end,
                .kind("of the unknown type 'L'")
            ),
            extended(RawTar.record("path", "../x"), .path("contains '..'")),
            extended(RawTar.record("path", "a\u{0}b"), .path("has a control character")),
            extended(RawTar.record("size", "-1"), .number), extended(RawTar.record("size", "1e3"), .number),
            extended(RawTar.record("size", "99999999999999999999"), .number),
            extended(RawTar.record("size", "999999999999999999"), .tooLarge(limit: 64 << 30)),
            extended(RawTar.record("path", "a") + RawTar.record("path", "b"), .record),
            extended(RawTar.record("GNU.sparse.major", "1"), .kind("a sparse file")),
            extended(Array("99 path=a\n".utf8), .record), extended(Array("10 path=ab".utf8), .record),
            extended(Array("path=a\n".utf8), .record), extended(Array("4 a\n".utf8), .record),
            extended(Array("0 \n".utf8), .record),
            extended(RawTar.record("hdrcharset", "BINARY"), .path("is not UTF-8")),
        ]
    }()

    @Test(arguments: hostile.map(\.name))
    func `an archive that is damaged or contains a forbidden entry is refused`(_ name: String) throws {
        let (_, archive, reason) = try #require(Self.hostile.first { $0.name == name })
        let error = #expect(throws: TarError.self) { try Self.read(archive) }
        #expect(error?.reason == reason)
    }

    /// The headers are those that GNU tar writes for a path of more than 100 bytes, with times in ustar's prefix field.
    @Test func `a long path of GNU tar is read`() throws {
        let path = String(repeating: "x", count: 120)
        #expect(try Self.read(RawTar.longPath("\(path)\u{0}") + RawTar.end).map(\.path) == [path])
        let archive = RawTar.entry("short", prefix: "14712345670", magic: RawTar.gnu) + RawTar.end
        #expect(try Self.read(archive).map(\.path) == ["short"])
    }

    @Test func `content that is not read is skipped`() throws {
        let archive =
            RawTar.entry("a", content: [UInt8](repeating: 7, count: 700)) + RawTar.entry("b", content: [1]) + RawTar.end
        var rest = archive[...]
        var reader = TarReader { count in
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        #expect(try reader.next()?.kind == .file(size: 700))
        #expect(try reader.next()?.path == "b")
        var content: [UInt8] = []
        try reader.readContent { content += $0 }
        #expect(content == [1])
        #expect(try reader.next() == nil)
        #expect(try reader.next() == nil)
    }

    /// Of a member that claims to have 60 GiB, never more than 1 MiB is requested at a time.
    @Test func `a false size does not cost memory`() throws {
        let archive = RawTar.entry("a", content: [1, 2, 3], size: "\(String(60 << 30, radix: 8))")
        var rest = archive[...]
        var greatest = 0
        var reader = TarReader { count in
            greatest = max(greatest, count)
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        #expect(throws: TarError.self) { while try reader.next() != nil {} }
        #expect(greatest <= 1 << 20)
    }

    @Test func `a path that is not UTF-8 is refused`() {
        let records = RawTar.record(Array("path=".utf8) + [0xFF])
        let error = #expect(throws: TarError.self) {
            try Self.read(RawTar.entry("x", type: "x", content: records) + RawTar.entry("y") + RawTar.end)
        }
        #expect(error?.reason == .path("is not UTF-8"))
    }

    @Test func `the numbers of entries and bytes are limited`() throws {
        let archive = RawTar.entry("a", content: [1, 2]) + RawTar.entry("b", content: [3]) + RawTar.end
        var limits = TarReader.Limits()
        limits.members = 2
        limits.bytes = 3
        #expect(try Self.read(archive, limits: limits).count == 2)
        limits.bytes = 2
        #expect(throws: TarError.self) { try Self.read(archive, limits: limits) }
        limits.bytes = 3
        limits.members = 1
        let error = #expect(throws: TarError.self) { try Self.read(archive, limits: limits) }
        #expect(error?.reason == .tooManyMembers(limit: 1))
        #expect(error?.description == "entry 'b' at byte 1024: the tar file has more than 1 entries")
    }

    /// Changes each byte of a header in turn.
    @Test func `a changed byte of a header is detected`() {
        let archive = RawTar.entry("file", content: Array("content".utf8)) + RawTar.end
        for position in 0..<512 {
            var changed = archive
            changed[position] ^= 0x55
            #expect(throws: TarError.self, "\(position)") { try Self.read(changed) }
        }
    }
}

/// Writes archives by hand, from the table of fields in POSIX.
enum RawTar {
    static let gnu = "ustar  \u{0}"
    static let end = [UInt8](repeating: 0, count: 1024)

    static func entry(
        _ name: String,
        prefix: String = "",
        type: String = "0",
        content: [UInt8] = [],
        size: String? = nil,
        magic: String = "ustar\u{0}00"
    ) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at start: Int) {
            for (index, byte) in text.utf8.enumerated() { block[start + index] = byte }
        }
        let octal = String(content.count, radix: 8)
        put(name, at: 0)
        put("0000644", at: 100)
        put("0000000", at: 108)
        put("0000000", at: 116)
        put(size ?? String(repeating: "0", count: 11 - octal.count) + octal, at: 124)
        put("00000000000", at: 136)
        put("        ", at: 148)
        put(type, at: 156)
        put(magic, at: 257)
        put(prefix, at: 345)
        let sum = String(block.reduce(0) { $0 + Int($1) }, radix: 8)
        put(String(repeating: "0", count: 6 - sum.count) + sum + "\u{0} ", at: 148)
        return block + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }

    static func longPath(_ path: String) -> [UInt8] {
        entry("././@LongLink", type: "L", content: Array(path.utf8), magic: gnu) + entry("short", magic: gnu)
    }

    static func record(_ key: String, _ value: String) -> [UInt8] {
        record(Array("\(key)=\(value)".utf8))
    }

    static func record(_ text: [UInt8]) -> [UInt8] {
        // The length includes two digits, a space and a newline.
        Array("\(text.count + 4) ".utf8) + text + [0x0A]
    }
}
