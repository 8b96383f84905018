/// Writes JSON byte for byte as Python's `json.dumps` does with `ensure_ascii`.
struct JSONWriter {
    /// The number of spaces per level; `nil` writes everything on one line.
    let indent: Int?
    private(set) var bytes: [UInt8] = []

    init(indent: Int?) {
        self.indent = indent
    }

    mutating func write(_ value: JSONValue, depth: Int = 0) {
        switch value.storage {
        case .null: append("null")
        case .bool(let value): append(value ? "true" : "false")
        case .number(let value): append(value.pythonText)
        case .string(let value): write(value)
        case .array(let elements): write(elements, depth: depth)
        case .object(let members): write(members, depth: depth)
        }
    }

    private mutating func write(_ elements: [JSONValue], depth: Int) {
        guard !elements.isEmpty else { return append("[]") }
        bytes.append(UInt8(ascii: "["))
        for (position, element) in elements.enumerated() {
            separate(isFirst: position == 0, depth: depth + 1)
            write(element, depth: depth + 1)
        }
        breakLine(depth: depth)
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func write(_ members: JSONObject, depth: Int) {
        guard members.count > 0 else { return append("{}") }
        bytes.append(UInt8(ascii: "{"))
        for (position, member) in members.exactMembers.enumerated() {
            separate(isFirst: position == 0, depth: depth + 1)
            write(member.name)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(.space)
            write(member.value, depth: depth + 1)
        }
        breakLine(depth: depth)
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func separate(isFirst: Bool, depth: Int) {
        if !isFirst {
            bytes.append(UInt8(ascii: ","))
            if indent == nil { bytes.append(.space) }
        }
        breakLine(depth: depth)
    }

    private mutating func breakLine(depth: Int) {
        guard let indent else { return }
        bytes.append(.newline)
        bytes.append(contentsOf: repeatElement(.space, count: max(0, indent) * depth))
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func write(_ text: JSONString) {
        bytes.append(UInt8(ascii: "\""))
        if !writePlain(text) {
            for codeUnit in text.codeUnits { write(codeUnit) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a text in which no character needs an escape sequence, as most are; returns whether it is one.
    private mutating func writePlain(_ text: JSONString) -> Bool {
        guard let text = text.exactText else { return false }
        let start = bytes.count
        append(text)
        // In the array, because iterating over the bytes of a string is slow.
        let isPlain = bytes[start...].allSatisfy { 0x20...0x7E ~= $0 && $0 != 0x22 && $0 != 0x5C }
        if !isPlain { bytes.removeLast(bytes.count - start) }
        return isPlain
    }

    private mutating func write(_ codeUnit: UInt16) {
        switch codeUnit {
        case 0x22: append("\\\"")
        case 0x5C: append("\\\\")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        case 0x0C: append("\\f")
        case 0x08: append("\\b")
        case 0x20...0x7E: bytes.append(UInt8(codeUnit))
        default: append("\\u" + codeUnit.hexadecimal(digits: 4))
        }
    }
}
