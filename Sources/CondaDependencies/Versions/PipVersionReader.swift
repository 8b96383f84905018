internal import AzureMLSupport

/// Reads a version at the position of a cursor, step by step, in any spelling that PEP 440 allows.
///
/// The steps are separate because operators allow different parts: `~=` needs two numbers, a wildcard can only follow
/// the numbers, and only some operators accept a local version.
struct PipVersionReader {
    private(set) var version = PipVersion()

    /// Reads the epoch and the numbers, such as `v1!2.0`.
    mutating func readRelease(_ cursor: inout LineCursor) throws(PackageSyntaxError) {
        if cursor.next.lowercasedASCII == UInt8(ascii: "v") { cursor.advance() }
        guard var numbers = cursor.takeDottedNumbers() else { throw cursor.failure(.versionMissing) }
        if numbers.count == 1, cursor.take(UInt8(ascii: "!")) {
            version.marks.epoch = numbers[0]
            guard let release = cursor.takeDottedNumbers() else { throw cursor.failure(.invalidVersion) }
            numbers = release
        }
        version.release = numbers
    }

    /// Reads pre-release, post-release and development release, each with any separators, such as `rc1.post2.dev3`.
    mutating func readMarks(_ cursor: inout LineCursor) {
        // Most versions end here.
        guard cursor.next.isVersionSeparator || cursor.next.isASCIILetter else { return }
        if let mark = readMark(["alpha", "a", "beta", "b", "preview", "pre", "c", "rc"], &cursor) {
            let stage: PipVersion.Stage =
                switch mark.word {
                case "alpha", "a": .alpha
                case "beta", "b": .beta
                default: .candidate
                }
            version.marks.preRelease = PipVersion.PreRelease(stage: stage, number: mark.number)
        }
        if cursor.next == UInt8(ascii: "-"), cursor.afterNext.isASCIIDigit {
            cursor.advance()
            version.marks.postRelease = cursor.takeNumber()
        } else {
            version.marks.postRelease = readMark(["post", "rev", "r"], &cursor)?.number
        }
        version.marks.developmentRelease = readMark(["dev"], &cursor)?.number
    }

    /// Reads the local version, such as `+ubuntu.1`.
    mutating func readLocal(_ cursor: inout LineCursor) throws(PackageSyntaxError) {
        guard cursor.next == UInt8(ascii: "+") else { return }
        repeat {
            cursor.advance()
            version.marks.local.append(try readLocalPart(&cursor))
        } while cursor.next.isVersionSeparator
    }

    private func readLocalPart(_ cursor: inout LineCursor) throws(PackageSyntaxError) -> PipVersion.LocalPart {
        let start = cursor.position
        if let number = cursor.takeNumber(), !cursor.next.isASCIIAlphanumeric { return .number(number) }
        _ = cursor.take(while: \.isASCIIAlphanumeric)
        guard cursor.position > start else { throw cursor.failure(.invalidVersion) }
        return .text(cursor.bytes[start..<cursor.position].map(\.lowercasedASCII))
    }

    /// Reads one of the words, with an optional separator before and after it, and a number, which is 0 by default.
    private func readMark(_ words: [String], _ cursor: inout LineCursor) -> (word: String, number: VersionNumeral)? {
        let start = cursor.position + (cursor.next.isVersionSeparator ? 1 : 0)
        guard let word = words.first(where: { cursor.hasWord($0, at: start) }) else { return nil }
        cursor.position = start + word.utf8.count
        // The separator may belong to the next mark, which can also be read without it.
        if cursor.next.isVersionSeparator { cursor.advance() }
        return (word, cursor.takeNumber() ?? .zero)
    }
}

extension LineCursor {
    /// Whether a word follows, in upper or lower case.
    fileprivate func hasWord(_ word: String, at start: Int) -> Bool {
        guard start + word.utf8.count <= end else { return false }
        var index = start
        for byte in word.utf8 {
            guard bytes[index].lowercasedASCII == byte else { return false }
            index += 1
        }
        return true
    }
}

extension UInt8 {
    /// A separator that PEP 440 allows between the parts of a version.
    fileprivate var isVersionSeparator: Bool {
        self == UInt8(ascii: "-") || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
    }
}
