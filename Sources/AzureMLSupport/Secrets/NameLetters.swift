/// The bytes of a name in upper case and without `_` and `-`, and where its words begin.
///
/// It has bytes, because a comparison by characters would miss a word that a combining character follows.
struct NameLetters {
    private var bytes: [UInt8] = []
    /// Whether a word can begin at each byte, and at the end: no letter precedes it, or only its case differs, as in
    /// `accessToken` and `APIKey`.
    private var beginsWord: [Bool] = []

    init(_ name: String) {
        let name = Array(name.utf8)
        for (index, byte) in name.enumerated() where !Self.isSeparator(byte) {
            let previous = index > 0 ? name[index - 1] : 0
            let next = index + 1 < name.count ? name[index + 1] : 0
            beginsWord.append(
                !previous.isASCIILetter || !byte.isASCIILetter
                    || byte.isASCIIUppercase && (previous.isASCIILowercase || next.isASCIILowercase)
            )
            bytes.append(byte.uppercasedASCII)
        }
        beginsWord.append(true)
    }

    private static func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") }

    /// The words by their first letter, because names can be as long as a definition.
    private static let words = byFirstLetter(SecretName.words)
    private static let shortWords = byFirstLetter(SecretName.shortWords)

    private static func byFirstLetter(_ words: [String]) -> [[[UInt8]]] {
        let words = words.map(bytes)
        return (0...UInt8.max).map { letter in words.filter { $0.first == letter } }
    }

    private static func bytes(_ word: String) -> [UInt8] { word.utf8.filter { !isSeparator($0) } }

    /// Whether there is a word of ``SecretName`` that no letter continues, except as a plural.
    ///
    /// - Parameter exception: A word whose plural does not count.
    /// - Returns: Whether there is one.
    func containSecret(exceptPluralOf exception: String? = nil) -> Bool {
        let exception = exception.map(Self.bytes)
        return bytes.indices.contains { start in
            let letter = Int(bytes[start])
            return Self.words[letter].contains { isWord($0, at: start, countsPlural: $0 != exception) }
                || beginsWord[start] && Self.shortWords[letter].contains { isWord($0, at: start) }
        }
    }

    /// Whether this word is the last one.
    func end(with word: String) -> Bool {
        let word = Self.bytes(word)
        let start = bytes.count - word.count
        return start >= 0 && beginsWord[start] && bytes[start...] == word[...]
    }

    private func isWord(_ word: [UInt8], at start: Int, countsPlural: Bool = true) -> Bool {
        guard bytes[start...].starts(with: word) else { return false }
        let end = start + word.count
        return beginsWord[end] || countsPlural && bytes[end] == UInt8(ascii: "S") && beginsWord[end + 1]
    }
}
