extension String {
    /// The text with `*` for every character of a user name and password in a URL, except for `${NAME}` references.
    ///
    /// Errors and descriptions quote what users wrote; what is secret in it must not go on to a terminal or a log. The
    /// length stays, so that a column stays where it was.
    package var maskingCredentials: String {
        guard utf8.contains(UInt8(ascii: "@")) else { return self }
        var bytes = Array(utf8)
        var position = 0
        while let start = bytes.endOfSchemeMark(from: position) {
            let end = bytes.endOfAuthority(from: start)
            if let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")), !bytes[start..<at].isReference {
                for index in start..<at where bytes[index] != UInt8(ascii: ":") { bytes[index] = UInt8(ascii: "*") }
            }
            position = max(end, start)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension [UInt8] {
    /// The position behind the next `://`.
    fileprivate func endOfSchemeMark(from start: Int) -> Int? {
        var position = start
        while position + 2 < count {
            if self[position] == UInt8(ascii: ":"), self[position + 1] == UInt8(ascii: "/"),
                self[position + 2] == UInt8(ascii: "/")
            {
                return position + 3
            }
            position += 1
        }
        return nil
    }

    /// The end of what a URL says before its path.
    fileprivate func endOfAuthority(from start: Int) -> Int {
        self[start...].firstIndex { $0 <= 0x20 || "/?#\"<>".utf8.contains($0) } ?? count
    }
}

extension ArraySlice<UInt8> {
    /// Whether this is `git`, or made of `${NAME}` references only.
    fileprivate var isReference: Bool {
        let text = String(decoding: self, as: UTF8.self)
        return text == "git"
            || text.split(separator: ":").allSatisfy { part in part.hasPrefix("${") && part.hasSuffix("}") }
    }
}
