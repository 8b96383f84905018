/// Reads Python's JSON grammar in one pass over the bytes. ``JSONLimits`` bound the recursion and the memory.
struct JSONParser {
    let bytes: [UInt8]
    let file: String?
    var position = 0
    private var depth = 0
    private var usage = JSONLimits.Usage()
    /// Whether to notice members called like secrets. Only errors need to know them, so a text without errors is read
    /// without looking at the names.
    private let noticesSecrets: Bool
    /// Whether a member called like a secret is being read, or a part of one.
    private var isInSecret = false
    /// Where the last member called like a secret ends; `nil` before the first.
    private var secretEnd: Int?

    init(bytes: [UInt8], file: String?, noticingSecrets noticesSecrets: Bool) throws(JSONError) {
        self.bytes = bytes
        self.file = file
        self.noticesSecrets = noticesSecrets
        guard bytes.count <= JSONLimits.byteCount else {
            throw .tooLarge(byteCount: bytes.count, at: SourceLocation(file: file))
        }
        guard !bytes.starts(with: ByteOrderMark.utf8) else {
            throw JSONError(
                .notUTF8,
                "the JSON text begins with a byte order mark",
                at: location(at: 0),
                hint: "save the file as UTF-8 without a byte order mark"
            )
        }
        guard ByteOrderMark.utf8Text(of: bytes) != nil else {
            throw JSONError(
                .notUTF8,
                "the JSON text is \(ByteOrderMark.notUTF8(bytes))",
                at: location(at: ByteOrderMark.otherEncoding(of: bytes) == nil ? bytes.validUTF8PrefixCount : 0),
                hint: "save the file as UTF-8"
            )
        }
        if let offset = CombiningMarks.firstExcess(in: bytes[...]) { throw .tooManyMarks(at: location(at: offset)) }
    }

    mutating func document() throws(JSONError) -> JSONValue {
        skipBlanks()
        let result = try value()
        skipBlanks()
        guard position == bytes.count else {
            throw invalid("more text follows the JSON value", hint: "keep one JSON value in the file")
        }
        return result
    }

    var current: UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        if let excess = usage.add(depth: depth) { throw .tooLarge(excess, at: location(at: position)) }
        switch current {
        case UInt8(ascii: "{"): return try nested { parser throws(JSONError) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(JSONError) in try parser.array() }
        case UInt8(ascii: "\""): return JSONValue(.string(try string()))
        default:
            if let literal = literal() { return literal }
            return try number()
        }
    }

    private mutating func nested(
        _ read: (inout JSONParser) throws(JSONError) -> JSONValue
    ) throws(JSONError) -> JSONValue {
        guard depth < JSONLimits.depth else {
            throw .tooDeep(at: location(at: position))
        }
        depth += 1
        defer { depth -= 1 }
        position += 1
        return try read(&self)
    }

    private mutating func array() throws(JSONError) -> JSONValue {
        var elements: [JSONValue] = []
        skipBlanks()
        if take("]") { return JSONValue(.array(elements)) }
        while true {
            skipBlanks()
            elements.append(try value())
            skipBlanks()
            if take("]") { return JSONValue(.array(elements)) }
            guard take(",") else { throw invalid("',' or ']' is missing after an element") }
        }
    }

    private mutating func object() throws(JSONError) -> JSONValue {
        var members = JSONObject()
        skipBlanks()
        if take("}") { return JSONValue(.object(members)) }
        while true {
            skipBlanks()
            guard current == UInt8(ascii: "\"") else {
                throw invalid("a member's name in double quotes is missing")
            }
            let name = try string()
            skipBlanks()
            guard take(":") else { throw invalid("':' is missing after a member's name") }
            skipBlanks()
            members[name] = try value(ofMember: name)
            skipBlanks()
            if take("}") { return JSONValue(.object(members)) }
            guard take(",") else { throw invalid("',' or '}' is missing after a member") }
        }
    }

    private mutating func value(ofMember name: JSONString) throws(JSONError) -> JSONValue {
        guard noticesSecrets else { return try value() }
        let isPartOfSecret = isInSecret
        isInSecret = isPartOfSecret || SecretName.isMember(name.text)
        let result = try value()
        if isInSecret { secretEnd = position }
        isInSecret = isPartOfSecret
        return result
    }

    private static let literals: [(word: String, storage: JSONValue.Storage)] = [
        ("null", .null), ("true", .bool(true)), ("false", .bool(false)),
        ("NaN", .number(.float(.nan))), ("Infinity", .number(.float(.infinity))),
        ("-Infinity", .number(.float(-.infinity))),
    ]

    private mutating func literal() -> JSONValue? {
        guard let byte = current, !byte.isASCIIDigit else { return nil }
        guard let literal = Self.literals.first(where: { bytes[position...].starts(with: $0.word.utf8) }) else {
            return nil
        }
        position += literal.word.utf8.count
        return JSONValue(literal.storage)
    }

    private mutating func skipBlanks() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    /// Consumes the character if it is the next one.
    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let byte = current, Unicode.Scalar(byte) == character else { return false }
        position += 1
        return true
    }

    func location(at offset: Int) -> SourceLocation {
        let place = SourceLocation(file: file, bytes: bytes, offset: offset)
        // A line without the name of its value does not show that it contains a secret.
        let isSecret = isInSecret || secretEnd.map { !bytes[$0..<max($0, offset)].contains(.newline) } ?? false
        return isSecret ? SourceLocation(file: file, line: place.line, column: place.column) : place
    }

    func invalid(_ message: String, hint: String? = nil) -> JSONError {
        let found = current == nil ? "the JSON text ends too early: \(message)" : message
        return JSONError(.invalid, found, at: location(at: position), hint: hint ?? "write valid JSON here")
    }
}

extension [UInt8] {
    /// The number of bytes before the first invalid UTF-8 sequence.
    fileprivate var validUTF8PrefixCount: Int {
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = makeIterator()
        var count = 0
        while case .valid(let scalar) = parser.parseScalar(from: &iterator) { count += scalar.count }
        return count
    }
}
