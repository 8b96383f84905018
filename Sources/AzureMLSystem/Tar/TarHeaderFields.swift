internal import AzureMLSupport

/// The values in one header block.
struct TarHeaderFields {
    let path: [UInt8]
    let type: UInt8
    /// `nil` when it cannot be read; an extended header may then provide it.
    let size: Int?
    let mode: UInt16
    let modificationTime: Int

    init(_ block: [UInt8]) throws(TarError.Reason) {
        let sum = block.enumerated().reduce(0) { sum, byte in
            // The checksum is computed with spaces in its own field.
            sum + (TarHeader.Field.checksum.contains(byte.offset) ? Int(UInt8.space) : Int(byte.element))
        }
        guard Self.octal(block[TarHeader.Field.checksum]) == sum else { throw .checksum }
        let isGNU = block[TarHeader.Field.magic].elementsEqual("ustar  \u{0}".utf8)
        guard isGNU || block[TarHeader.Field.magic].elementsEqual("ustar\u{0}00".utf8) else { throw .format }
        let name = Self.text(block[TarHeader.Field.name])
        // GNU tar stores times in this field.
        let prefix = isGNU ? [] : Self.text(block[TarHeader.Field.prefix])
        path = prefix.isEmpty ? name : prefix + [UInt8(ascii: "/")] + name
        type = block[TarHeader.Field.type]
        size = Self.octal(block[TarHeader.Field.size])
        mode = UInt16(truncatingIfNeeded: Self.octal(block[TarHeader.Field.mode]) ?? 0) & 0o7777
        modificationTime = Self.octal(block[TarHeader.Field.modificationTime]) ?? 0
    }

    private static func text(_ field: ArraySlice<UInt8>) -> [UInt8] {
        Array(field.prefix { $0 != 0 })
    }

    /// Reads octal digits after spaces and before spaces or zero bytes; returns `nil` for anything else. No field is
    /// long enough to overflow.
    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
        let isFiller: (UInt8) -> Bool = { $0 == .space || $0 == 0 }
        let digits = field.drop { $0 == .space }.prefix { !isFiller($0) }
        guard !digits.isEmpty, field[digits.endIndex...].allSatisfy(isFiller) else { return nil }
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit) else { return nil }
            number = number << 3 + Int(digit - UInt8(ascii: "0"))
        }
        return number
    }

    /// Describes an entry of that type in words.
    static func kindText(_ type: UInt8) -> String {
        switch type {
        case UInt8(ascii: "1"): "a hard link to another entry"
        case TarType.link: "a symbolic link"
        case UInt8(ascii: "3"), UInt8(ascii: "4"): "a device"
        case UInt8(ascii: "6"): "a FIFO"
        case UInt8(ascii: "S"): "a sparse file"
        case UInt8(ascii: "g"): "a global extended header"
        case UInt8(ascii: "K"): "a long link target"
        default: "of the unknown type '\(String(decoding: [type], as: UTF8.self))'"
        }
    }
}
