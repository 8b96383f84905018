extension String {
    /// The text with every control, format and line-breaking character escaped, mostly as `\u{…}`.
    ///
    /// This keeps a message on one line, and keeps quoted text from an untrusted file from controlling the terminal.
    package var escapingControlCharacters: String {
        guard unicodeScalars.contains(where: \.isInvisibleControl) else { return self }
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\t": escaped += "\\t"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case _ where scalar.isInvisibleControl:
                escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension Unicode.Scalar {
    fileprivate var isInvisibleControl: Bool {
        if value < 0x20 || value == 0x7F { return true }
        // Kana, Chinese characters and Hangul, like most of ASCII, are not looked up in Unicode's table.
        if value < 0x80 || 0x3000..<0xD800 ~= value { return false }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
}
