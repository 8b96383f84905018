/// Reads a version in any of the spellings that PEP 440 allows.
struct PipVersionReader {
    private var cursor: SpecificationCursor

    init(_ text: String) {
        cursor = SpecificationCursor(text)
    }

    /// The version; `nil` when it is none.
    mutating func read() -> PipVersion? {
        if cursor.next.lowercased == UInt8(ascii: "v") { cursor.advance() }
        guard var first = readNumber() else { return nil }
        var epoch = VersionNumeral.zero
        if cursor.take(UInt8(ascii: "!")) {
            guard let number = readNumber() else { return nil }
            (epoch, first) = (first, number)
        }
        var numbers = [first]
        while cursor.next == UInt8(ascii: "."), cursor.afterNext.isDigit {
            cursor.advance()
            if let number = readNumber() { numbers.append(number) }
        }
        let preRelease = readPreRelease()
        let postRelease = readPostRelease()
        let developmentRelease = readMark(["dev"])?.number
        guard let local = readLocal(), cursor.isAtEnd else { return nil }
        return PipVersion(
            epoch: epoch,
            numbers: numbers,
            preRelease: preRelease,
            postRelease: postRelease,
            developmentRelease: developmentRelease,
            local: local
        )
    }

    private mutating func readNumber() -> VersionNumeral? {
        let digits = cursor.take(while: \.isDigit)
        return digits.isEmpty ? nil : VersionNumeral(cursor.bytes[digits])
    }

    private mutating func readPreRelease() -> PipVersion.PreRelease? {
        guard let mark = readMark(["alpha", "a", "beta", "b", "preview", "pre", "c", "rc"]) else { return nil }
        let stage: PipVersion.Stage =
            switch mark.word {
            case "alpha", "a": .alpha
            case "beta", "b": .beta
            default: .candidate
            }
        return PipVersion.PreRelease(stage: stage, number: mark.number)
    }

    private mutating func readPostRelease() -> VersionNumeral? {
        if cursor.next == UInt8(ascii: "-"), cursor.afterNext.isDigit {
            cursor.advance()
            return readNumber()
        }
        return readMark(["post", "rev", "r"])?.number
    }

    /// One of the words, with a separator in front and behind, and a number; 0 when none is written.
    private mutating func readMark(_ words: [String]) -> (word: String, number: VersionNumeral)? {
        let start = cursor.position
        if isSeparator(cursor.next) { cursor.advance() }
        let rest = cursor.bytes[cursor.rest]
        guard let word = words.first(where: { rest.prefix($0.utf8.count).map(\.lowercased) == Array($0.utf8) }) else {
            cursor.position = start
            return nil
        }
        cursor.position += word.utf8.count
        if isSeparator(cursor.next) { cursor.advance() }
        return (word, readNumber() ?? .zero)
    }

    /// `nil` when what stands behind `+` is no local version.
    private mutating func readLocal() -> [PipVersion.LocalPart]? {
        guard cursor.next == UInt8(ascii: "+") else { return [] }
        var parts: [PipVersion.LocalPart] = []
        repeat {
            cursor.advance()
            let part = cursor.bytes[cursor.take(while: \.isAlphanumeric)]
            guard !part.isEmpty else { return nil }
            parts.append(
                part.allSatisfy(\.isDigit) ? .number(VersionNumeral(part)) : .text(part.map(\.lowercased))
            )
        } while isSeparator(cursor.next)
        return parts
    }

    private func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
}
