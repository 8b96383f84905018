/// Recognizes tokens and keys by the forms that their services have published, wherever they are in a text.
@usableFromInline package enum TokenForm {
    private struct Form: Sendable {
        let beginning: String
        /// The minimum number of characters after the beginning.
        let length: Int
        let isPart: @Sendable (UInt8) -> Bool
    }

    private static let allForms =
        ["ghp_", "gho_", "ghs_", "ghr_", "ghu_", "github_pat_"].map { beginning in
            Form(beginning: beginning, length: 20) { $0.isWordCharacter }
        } + [
            Form(beginning: "glpat-", length: 20) { $0.isBase64URLCharacter },
            Form(beginning: "hf_", length: 30) { $0.isWordCharacter },
            Form(beginning: "pypi-AgE", length: 0) { $0.isBase64URLCharacter },
            Form(beginning: "xapp-", length: 20) { $0.isBase64URLCharacter },
        ]
        + ["AKIA", "ASIA"].map { beginning in
            Form(beginning: beginning, length: 16) { $0.isASCIIUppercase || $0.isASCIIDigit }
        }
        + ["xoxa-", "xoxb-", "xoxe-", "xoxp-", "xoxr-", "xoxs-"].map { beginning in
            Form(beginning: beginning, length: 1) { $0.isBase64URLCharacter }
        }

    private static let webTokenBeginning = "eyJ"
    private static let privateKeyBeginning = "-----BEGIN"

    /// The names of settings in connection strings and of parameters whose values are keys.
    private static let settings = [
        "AccountKey=", "SharedAccessKey=", "SharedAccessSignature=", "?sig=", "&sig=", ";Password=", ";Pwd=",
        "_authToken=",
    ]

    /// The forms and the names of settings by their first byte, because each text that is shown is searched.
    private static let forms = byFirstByte(allForms) { Array($0.beginning.utf8) }
    private static let settingNames = byFirstByte(settings.map { $0.utf8.map(\.lowercasedASCII) }) { $0 }

    private static func byFirstByte<Value>(_ values: [Value], _ bytes: (Value) -> [UInt8]) -> [[Value]] {
        (0...UInt8.max).map { byte in values.filter { bytes($0).first == byte } }
    }

    /// The texts with which tokens, or the settings that hold them, begin.
    package static let beginnings = allForms.map(\.beginning) + settings + [webTokenBeginning, privateKeyBeginning]

    /// Whether a token or the name of a setting can begin with two bytes, in any case. The table rules out most
    /// positions of a text at once.
    private static let canBegin: [Bool] = {
        var pairs = [Bool](repeating: false, count: 1 << 16)
        for beginning in beginnings {
            let bytes = Array(beginning.utf8)
            pairs[pair(bytes[0], bytes[1])] = true
            // Blanks can follow the semicolon.
            if bytes[0] == UInt8(ascii: ";") {
                for blank in [UInt8.space, .tab] { pairs[pair(bytes[0], blank)] = true }
            }
        }
        return pairs
    }()

    private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
        Int(first.lowercasedASCII) << 8 | Int(second.lowercasedASCII)
    }

    /// Whether the text contains a token.
    ///
    /// It is inlinable because a copy of a text of an unknown type is made byte by byte.
    @inlinable
    package static func isToken(_ text: some Collection<UInt8>, _ references: ReferenceGrammar = .conda) -> Bool {
        !ranges(in: Array(text), references).isEmpty
    }

    /// Finds all tokens in a text, in order, in one pass.
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8.
    ///   - references: The spelling of references that can be in the place of a token.
    /// - Returns: The tokens, and the values of settings.
    @usableFromInline
    package static func ranges(in bytes: [UInt8], _ references: ReferenceGrammar = .conda) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var position = 0
        var webTokenStart = 0
        let canBegin = canBegin
        while position + 1 < bytes.count {
            if canBegin[pair(bytes[position], bytes[position + 1])],
                let token = token(in: bytes, at: position, references, webTokensFrom: &webTokenStart)
            {
                found.append(token)
                position = max(token.upperBound, position + 1)
            } else {
                position += 1
            }
        }
        return found
    }

    /// The token that begins at a position, or whose name does; `nil` when no token begins there.
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8.
    ///   - position: The position.
    ///   - references: The spelling of references that can be in the place of a token.
    ///   - webTokenStart: The first position at which a JSON web token can begin, as far as the text is read.
    /// - Returns: The token, or the value after the name of a setting.
    private static func token(
        in bytes: [UInt8],
        at position: Int,
        _ references: ReferenceGrammar,
        webTokensFrom webTokenStart: inout Int
    ) -> Range<Int>? {
        let rest = bytes[position...]
        return (isWithinWord(position, of: bytes) ? nil : prefixedToken(rest)) ?? setting(rest, references)
            ?? webToken(rest, from: &webTokenStart) ?? privateKey(rest)
    }

    /// Whether a letter or digit is before a position that is not part of an escape, such as `\n` or `%0A`.
    private static func isWithinWord(_ position: Int, of bytes: [UInt8]) -> Bool {
        guard position > 0, bytes[position - 1].isASCIIAlphanumeric else { return false }
        let isEscape = position > 1 && bytes[position - 2] == UInt8(ascii: "\\")
        return !isEscape && !(position > 2 && bytes[position - 3] == UInt8(ascii: "%"))
    }

    private static func prefixedToken(_ text: ArraySlice<UInt8>) -> Range<Int>? {
        for form in forms[Int(text[text.startIndex])] where text.starts(with: form.beginning.utf8) {
            let end = text.dropFirst(form.beginning.utf8.count).prefix(while: form.isPart)
            if end.count >= form.length { return text.startIndex..<end.endIndex }
        }
        return nil
    }

    private static func setting(_ text: ArraySlice<UInt8>, _ references: ReferenceGrammar) -> Range<Int>? {
        let names = settingNames[Int(text[text.startIndex].lowercasedASCII)]
        guard var value = names.lazy.compactMap({ valueOfSetting($0, in: text) }).first else { return nil }
        if let quote = value.first, quote.isOne(of: "\"", "'") { value.removeFirst() }
        guard let first = value.first, isPartOfValue(first), first != UInt8(ascii: "*") else { return nil }
        let beginning = value.prefix(maximumReferenceLength)
        if first == UInt8(ascii: "{") {
            // A brace and a quote begin an object of JSON.
            guard let second = value.dropFirst().first, second > .space, second != UInt8(ascii: "\"") else {
                return nil
            }
            let end = beginning.firstIndex(of: UInt8(ascii: "}"))
            if let end { return bracedValue(value, firstEnd: end, references) }
        }
        return references.withholds(beginning.prefix(while: isPartOfValue))
            ? nil : value.prefix(while: isPartOfValue).indices
    }

    /// The text after the name of a setting, which blanks can separate from the `;` before it.
    private static func valueOfSetting(_ name: [UInt8], in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard name.first == UInt8(ascii: ";") else {
            return isName(name[...], atStartOf: text) ? text.dropFirst(name.count) : nil
        }
        let rest = text.dropFirst().drop(while: \.isBlank)
        return isName(name.dropFirst(), atStartOf: rest) ? rest.dropFirst(name.count - 1) : nil
    }

    private static func isName(_ name: ArraySlice<UInt8>, atStartOf text: ArraySlice<UInt8>) -> Bool {
        // Programs read the names of settings in any case.
        name.count <= text.count && zip(name, text).allSatisfy { $0 == $1.lowercasedASCII }
    }

    /// Reading each reference, and each value in braces, to the end of the text would be quadratic.
    private static let maximumReferenceLength = 256

    /// A value in braces, as ODBC writes those with `;`, unless it is a name of a template or a reference.
    ///
    /// - Parameters:
    ///   - value: The text from the opening brace.
    ///   - firstEnd: The first closing brace, which another one escapes: `{a}}b}`.
    ///   - references: The spelling of references.
    /// - Returns: The text in the braces; `nil` when it is not literal.
    private static func bracedValue(
        _ value: ArraySlice<UInt8>,
        firstEnd: Int,
        _ references: ReferenceGrammar
    ) -> Range<Int>? {
        let start = value.startIndex + 1
        let brace = UInt8(ascii: "}")
        let limit = value.prefix(maximumReferenceLength).endIndex
        if firstEnd + 1 == limit || value[firstEnd + 1] != brace {
            // `{name}` and `{$NAME}`.
            let content = value[start..<firstEnd]
            let isReference = ReferenceGrammar.braced.withholds(value[...firstEnd]) || references.withholds(content)
            return isReference || content.isEmpty ? nil : content.indices
        }
        // `{{name}}` and `{${NAME}}`.
        let isTemplate = value[start] == UInt8(ascii: "{") && references.withholds(value[...(firstEnd + 1)])
        if isTemplate || references.withholds(value[start...firstEnd]) { return nil }
        var end = firstEnd
        while end + 1 < limit, value[end + 1] == brace, let next = value[(end + 2)..<limit].firstIndex(of: brace) {
            end = next
        }
        return start..<end
    }

    private static func isPartOfValue(_ byte: UInt8) -> Bool {
        byte > .space && !byte.isOne(of: "&", "#", ";", ",", "\"", "'", "<", ">")
    }

    /// Reads a JSON web token: its header and its payload begin with `{"` in Base64.
    private static func webToken(_ text: ArraySlice<UInt8>, from start: inout Int) -> Range<Int>? {
        guard text.startIndex >= start, text.starts(with: webTokenBeginning.utf8) else { return nil }
        let header = text.prefix(while: \.isBase64URLCharacter)
        // Every position up to the end of the header gives the same answer: reading on from each would be quadratic.
        start = header.endIndex
        let rest = text[header.endIndex...]
        guard rest.first == UInt8(ascii: "."), rest.dropFirst().starts(with: webTokenBeginning.utf8) else { return nil }
        let end = rest.drop { $0.isBase64URLCharacter || $0 == UInt8(ascii: ".") }
        return text.startIndex..<end.startIndex
    }

    /// Reads a key in PEM, up to its last line or to the end of the text.
    private static func privateKey(_ text: ArraySlice<UInt8>) -> Range<Int>? {
        let marks = ["PRIVATE KEY-----", "PRIVATE KEY BLOCK-----"]
        guard text.starts(with: privateKeyBeginning.utf8) else { return nil }
        let label = text.dropFirst(5).prefix { $0 != UInt8(ascii: "-") && $0 != .newline }
        let header = text[..<Swift.min(label.endIndex + 5, text.endIndex)]
        guard marks.contains(where: header.ends) else { return nil }
        let content = text[header.endIndex...]
        return text.startIndex..<(content.firstRange(of: "-----END".utf8)?.lowerBound ?? content.endIndex)
    }
}

extension UInt8 {
    fileprivate var isBase64URLCharacter: Bool { isWordCharacter || self == UInt8(ascii: "-") }
}
