internal import AzureMLSupport

extension PackageName {
    /// Whether a specification with this text can name the package, or have an entry that hides whether it does. A text
    /// in which this is false need not be parsed.
    package func canBeNamed(in specification: [UInt8]) -> Bool {
        // Escapes, tags, templates and other alphabets can spell the name without its letters.
        specification.contains { $0 >= 0x80 || $0.isOne(of: "\\", "%", "!", "{", "\0") }
            || [longestWord, Self.requirementsFileOption, Self.egg, Self.localFolder].contains {
                $0.isContained(in: specification)
            }
    }

    /// The letters and digits between the characters by which package managers spell one name in several ways.
    private var longestWord: [UInt8] {
        let words = pipName.utf8.split(whereSeparator: { $0.isOne(of: "-", "_", ".") })
        return words.max { $0.count < $1.count }.map(Array.init) ?? []
    }

    private static let requirementsFileOption = Array("-r".utf8)
    /// A package in a folder can have any name.
    private static let localFolder = Array("./".utf8)
    /// In an option, quotes can be within the name that follows `#egg=`.
    private static let egg = Array("egg".utf8)
}

extension [UInt8] {
    /// Whether a text contains these bytes, which are in lower case, in any letter case.
    fileprivate func isContained(in text: [UInt8]) -> Bool {
        guard let first else { return true }
        guard count <= text.count else { return false }
        return (0...(text.count - count)).contains { start in
            text[start].lowercasedASCII == first
                && zip(self, text[start...]).allSatisfy { $0 == $1.lowercasedASCII }
        }
    }
}
