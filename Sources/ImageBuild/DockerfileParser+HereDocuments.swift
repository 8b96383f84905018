/// What `<<NAME` in an instruction begins: lines up to one that holds the name alone.
struct HereDocument: Hashable {
    let name: [UInt8]
    /// `<<-`: tabs in front of the last line's name do not count.
    let ignoresTabs: Bool
}

extension DockerfileParser {
    private static let withDocuments: Set = ["RUN", "COPY", "ADD"]

    /// The here-documents that an instruction begins, in its order.
    func hereDocuments(
        keyword: String,
        arguments: ArraySlice<UInt8>,
        offset: Int
    ) throws(ImageBuildError) -> [HereDocument] {
        var keyword = keyword
        var arguments = arguments
        if keyword == "ONBUILD" {
            keyword = Self.keyword(arguments)
            arguments = arguments.dropFirst(keyword.utf8.count).drop(while: Self.isBlank)
        }
        guard Self.withDocuments.contains(keyword), UserDockerfile.list(arguments) == nil else { return [] }
        var documents: [HereDocument] = []
        for word in Self.shellWords(arguments) {
            guard let document = Self.hereDocument(word) else { continue }
            guard !document.name.isEmpty else { throw error("has a here-document without a name", at: offset) }
            documents.append(document)
        }
        return documents
    }

    /// Passes the lines of a here-document.
    mutating func skip(_ document: HereDocument, offset: Int) throws(ImageBuildError) {
        while let line = nextLine() {
            let text = document.ignoresTabs ? line.text.drop { $0 == UInt8(ascii: "\t") } : line.text
            if text.elementsEqual(document.name) { return }
        }
        let name = String(decoding: document.name, as: UTF8.self)
        throw error("has a here-document without its last line '\(name)'", at: offset)
    }

    /// Words as a shell splits them, at all white space of Unicode; quotes and backslashes stay. None when a quote is not
    /// closed.
    static func shellWords(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        var quote: Unicode.Scalar?
        var isEscaped = false
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if isEscaped {
                isEscaped = false
            } else if scalar == "\\", quote != "'" {
                isEscaped = true
            } else if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == "'" || scalar == "\"" {
                quote = scalar
            } else if scalar.properties.isWhitespace {
                if !word.isEmpty { words.append(word) }
                word = []
                continue
            }
            word += scalar.utf8
        }
        if !word.isEmpty { words.append(word) }
        return quote == nil ? words : []
    }

    /// A word such as `<<EOF`, `<<-"EOF"` or `3<<EOF`.
    private static func hereDocument(_ word: [UInt8]) -> HereDocument? {
        let mark = word.drop { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        guard mark.starts(with: "<<".utf8) else { return nil }
        var name = mark.dropFirst(2)
        let ignoresTabs = name.first == UInt8(ascii: "-")
        if ignoresTabs { name.removeFirst() }
        guard !name.isEmpty, !name.contains(UInt8(ascii: "<")) else { return nil }
        let quotes: [UInt8] = [UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\")]
        return HereDocument(name: name.filter { !quotes.contains($0) }, ignoresTabs: ignoresTabs)
    }
}
