internal import AzureMLSupport

/// The header blocks of an entry in the format of POSIX 1988 (ustar), after an extended header of POSIX 2001 (pax) if a
/// value does not fit into the old fields. Owner and group are 0, without names.
struct TarHeader {
    static let blockSize = 512

    enum Field {
        static let name = 0..<100
        static let mode = 100..<108
        static let owner = 108..<116
        static let group = 116..<124
        static let size = 124..<136
        static let modificationTime = 136..<148
        static let checksum = 148..<156
        static let type = 156
        static let linkName = 157..<257
        static let magic = 257..<265
        /// The beginning of a name that is longer than its field; only read, never written.
        static let prefix = 345..<500
    }

    private var block: [UInt8]

    /// Returns the header of an entry: one block, or three or more with an extended header.
    static func blocks(for entry: TarMember) -> [UInt8] {
        var records: [UInt8] = []
        let name: String
        let type: UInt8
        var linkName = ""
        var size = 0
        switch entry.kind {
        case .file(let count): (name, type, size) = (entry.path, TarType.file, count)
        case .folder: (name, type) = ("\(entry.path)/", TarType.folder)
        case .link(let target): (name, type, linkName) = (entry.path, TarType.link, target)
        }
        if !fits(name, in: Field.name) { records += record("path", name) }
        if !fits(linkName, in: Field.linkName) { records += record("linkpath", linkName) }
        if !fits(size, in: Field.size) { records += record("size", String(size)) }
        if !fits(entry.modificationTime, in: Field.modificationTime) {
            records += record("mtime", String(entry.modificationTime))
        }
        let header = TarHeader(
            name: name,
            type: type,
            linkName: linkName,
            size: size,
            mode: entry.mode,
            modificationTime: entry.modificationTime
        )
        return records.isEmpty ? header.block : extendedHeader(records) + header.block
    }

    /// Returns the zero bytes that fill the last block after a content of that length.
    static func padding(after count: Int) -> [UInt8] {
        [UInt8](repeating: 0, count: paddingSize(after: count))
    }

    static func paddingSize(after count: Int) -> Int { (blockSize - count % blockSize) % blockSize }

    private static func extendedHeader(_ records: [UInt8]) -> [UInt8] {
        let header = TarHeader(
            name: "././@PaxHeader",
            type: TarType.extended,
            linkName: "",
            size: records.count,
            mode: 0o644,
            modificationTime: 0
        )
        return header.block + records + padding(after: records.count)
    }

    /// Returns `length key=value` and a newline, where the length includes its own digits.
    private static func record(_ key: String, _ value: String) -> [UInt8] {
        let rest = " \(key)=\(value)\n".utf8
        var length = rest.count
        while String(length).utf8.count + rest.count != length { length = String(length).utf8.count + rest.count }
        return Array("\(length)".utf8) + rest
    }

    /// The fields that are the same in all headers. The checksum is computed with spaces in its own field.
    private static let common: [UInt8] = {
        var header = TarHeader(block: [UInt8](repeating: 0, count: blockSize))
        header.put(octal: 0, in: Field.owner)
        header.put(octal: 0, in: Field.group)
        header.put("ustar\u{0}00", in: Field.magic)
        header.put(String(repeating: " ", count: Field.checksum.count), in: Field.checksum)
        return header.block
    }()

    private init(block: [UInt8]) {
        self.block = block
    }

    private init(name: String, type: UInt8, linkName: String, size: Int, mode: UInt16, modificationTime: Int) {
        self.init(block: Self.common)
        put(Self.plain(name), in: Field.name)
        put(octal: Int(mode), in: Field.mode)
        put(octal: Self.fits(size, in: Field.size) ? size : 0, in: Field.size)
        let time = Self.fits(modificationTime, in: Field.modificationTime) ? modificationTime : 0
        put(octal: time, in: Field.modificationTime)
        block[Field.type] = type
        put(Self.plain(linkName), in: Field.linkName)
        var checksum: UInt32 = 0
        for byte in block { checksum &+= UInt32(byte) }
        put(octal: Int(checksum), in: Field.checksum.dropLast())
    }

    /// Returns a name in printable ASCII, for readers that know only the old fields.
    private static func plain(_ name: String) -> String {
        if name.utf8.allSatisfy(isPlain) { return name }
        return String(decoding: name.utf8.map { isPlain($0) ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool { UInt8.space..<0x7F ~= byte }

    private static func fits(_ text: String, in field: Range<Int>) -> Bool {
        text.utf8.count <= field.count && text.utf8.allSatisfy(isPlain)
    }

    /// A number can have one digit less than its field has bytes, because the field ends with a zero byte.
    private static func fits(_ number: Int, in field: Range<Int>) -> Bool {
        number >= 0 && number < 1 << (3 * (field.count - 1))
    }

    private mutating func put(_ text: String, in field: Range<Int>) {
        var position = field.lowerBound
        for byte in text.utf8 where position < field.upperBound {
            block[position] = byte
            position += 1
        }
    }

    private mutating func put(octal number: Int, in field: Range<Int>) {
        var rest = number
        var position = field.upperBound - 1
        block[position] = 0
        while position > field.lowerBound {
            position -= 1
            block[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest & 7)
            rest >>= 3
        }
    }
}
