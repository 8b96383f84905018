internal import AzureMLSupport

/// The spelling of a string as a scalar that reads back as exactly that string.
struct ScalarSpelling {
    /// Whether the scalar is in a flow collection, where commas and brackets end a plain scalar.
    var isInFlow: Bool
    /// The quotes of the neighbours; plain when they have no quotes.
    var preferredStyle: YAMLStyle

    /// Returns the spelling in the preferred style, or in the closest style that can represent the text.
    func spell(_ text: String) -> (bytes: [UInt8], style: YAMLStyle) {
        let bytes = Array(text.utf8)
        switch style(for: bytes, text) {
        case .plain: return (bytes, .plain)
        case .singleQuoted: return (singleQuoted(bytes), .singleQuoted)
        default: return (doubleQuoted(text), .doubleQuoted)
        }
    }

    private func style(for bytes: [UInt8], _ text: String) -> YAMLStyle {
        guard text.unicodeScalars.allSatisfy(\.isPlainlyPrintable) else { return .doubleQuoted }
        switch preferredStyle {
        case .singleQuoted, .doubleQuoted: return preferredStyle
        default: return isSafePlain(bytes) ? .plain : .singleQuoted
        }
    }

    /// Whether the text without quotes reads as that same text in both YAML 1.1 and YAML 1.2.
    private func isSafePlain(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, let last = bytes.last, first != .space, last != .space else { return false }
        guard YAMLScalar(plain: bytes[...]) == .string, PyYAMLResolver.isText(bytes[...]) else { return false }
        if bytes.starts(with: "---".utf8) || bytes.starts(with: "...".utf8) || last == UInt8(ascii: ":") {
            return false
        }
        if #"!&*|>'"%@`#,[]{}"#.utf8.contains(first) { return false }
        if first.isOne(of: "-", "?", ":") {
            guard bytes.count > 1, bytes[1] != .space, !isInFlow || first == UInt8(ascii: "-") else { return false }
        }
        for (position, byte) in bytes.enumerated() {
            let next = position + 1 < bytes.count ? bytes[position + 1] : .space
            if byte == UInt8(ascii: ":"), next == .space || (isInFlow && next.isOne(of: ",", "[", "]", "{", "}")) {
                return false
            }
            if byte == .space, next == UInt8(ascii: "#") { return false }
            if isInFlow, byte.isOne(of: ",", "[", "]", "{", "}", "?") { return false }
        }
        return true
    }

    private func singleQuoted(_ bytes: [UInt8]) -> [UInt8] {
        let quote = UInt8(ascii: "'")
        return [quote] + bytes.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }

    private func doubleQuoted(_ text: String) -> [UInt8] {
        var spelling = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": spelling += #"\""#
            case "\\": spelling += #"\\"#
            case "\n": spelling += #"\n"#
            case "\r": spelling += #"\r"#
            case "\t": spelling += #"\t"#
            case _ where scalar.isPlainlyPrintable: spelling.unicodeScalars.append(scalar)
            case _ where scalar.value <= 0xFF: spelling += #"\x"# + scalar.value.hexadecimal(digits: 2, uppercase: true)
            case _ where scalar.value <= 0xFFFF:
                spelling += #"\u"# + scalar.value.hexadecimal(digits: 4, uppercase: true)
            default: spelling += #"\U"# + scalar.value.hexadecimal(digits: 8, uppercase: true)
            }
        }
        return Array((spelling + "\"").utf8)
    }
}

extension Unicode.Scalar {
    /// Whether the character needs no escape in a scalar and is not a line break.
    fileprivate var isPlainlyPrintable: Bool {
        switch value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
