internal import AzureMLSupport

/// Parses a line of pip requirements in one pass over its bytes.
///
/// Source: PEP 508 and packaging for packages, pip's `req_file` and `parse_req_from_line` for the rest.
struct PipRequirementParser {
    /// The ranges of an option in the text.
    struct OptionParts {
        var name: Range<Int>
        var value: Range<Int>?
    }

    /// The ranges of the parts in the text.
    struct Parts {
        var kind = PipRequirement.Kind.package
        var isEditable = false
        var name: Range<Int>?
        var extras: [Range<Int>] = []
        var version: ReadConstraint?
        var url: Range<Int>?
        var file: DistributionFileName?
        var marker: Range<Int>?
        var options: [OptionParts] = []
        var requirementOptions: [OptionParts] = []
    }

    var cursor: LineCursor
    var parts = Parts()

    init(_ text: String) {
        cursor = LineCursor(text)
    }

    /// The name of the package: before its version, after `#egg=` or in a file's name.
    var name: String? {
        if let name = parts.name { return cursor.string(name) }
        guard let file = parts.file?.distribution, !file.isEmpty, file.utf8.allSatisfy(\.isInName) else {
            return nil
        }
        return file
    }

    /// Returns the name as pip compares it; `nil` when there is no recognizable name.
    ///
    /// Without `isWhole`, the text was not read to its end, and the name counts only if the rest can follow a name.
    func normalizedName(isWhole: Bool) -> String? {
        if isWhole { return name.map { PipRequirement.normalized($0.utf8) } }
        guard let name = parts.name else { return nil }
        let rest = cursor.bytes[name.upperBound...].drop(while: \.isBlank)
        // Two names in a row are not one name with a typo after it.
        guard rest.first.map({ "<>=!~(;@[#".utf8.contains($0) }) ?? true else { return nil }
        return PipRequirement.normalized(cursor.bytes[name])
    }

    /// Returns the requirement of a text that was read to its end.
    func requirement(_ text: String) -> PipRequirement {
        PipRequirement(
            text: text,
            kind: parts.kind,
            isEditable: parts.isEditable,
            name: name,
            extras: parts.extras.map { cursor.string($0) },
            version: versionConstraint,
            url: string(parts.url),
            marker: string(parts.marker),
            options: parts.options.map { option($0) },
            requirementOptions: parts.requirementOptions.map { option($0) },
            file: parts.file,
            urlColumn: parts.url.map { $0.lowerBound + 1 },
            optionColumns: parts.options.map { ($0.value ?? $0.name).lowerBound + 1 }
        )
    }

    private var versionConstraint: VersionConstraint? {
        guard let constraint = parts.version else { return nil }
        return VersionConstraint(text: cursor.string(constraint.text), conditions: constraint.comparableConditions)
    }

    func option(_ parts: OptionParts) -> PipRequirement.Option {
        PipRequirement.Option(name: cursor.string(parts.name), value: parts.value.map { withoutQuotes($0) })
    }

    /// The text of a range without the quotes and escapes that pip takes away, which can be in any part of a value.
    private func withoutQuotes(_ range: Range<Int>) -> String {
        String(decoding: Array(POSIXWords.split(cursor.bytes[range]).joined(separator: [.space])), as: UTF8.self)
    }

    private func string(_ range: Range<Int>?) -> String? {
        guard let range else { return nil }
        return cursor.string(range)
    }

    mutating func parse() throws(PackageSyntaxError) {
        cutComment()
        guard !cursor.isAtEnd else { throw cursor.failure(.empty) }
        if cursor.next == UInt8(ascii: "-") {
            try readLineOption()
        } else {
            try readRequirement()
        }
    }

    /// Cuts off a comment, which starts with `#` at the start or after a blank; elsewhere `#` belongs to a URL.
    private mutating func cutComment() {
        for index in cursor.rest where cursor.bytes[index] == UInt8(ascii: "#") {
            guard index > cursor.position, !cursor.bytes[index - 1].isASCIIWhitespace else {
                cursor.cut(at: index)
                return
            }
        }
    }

    /// Reads a package, a URL or a path, with or without options after it.
    private mutating func readRequirement() throws(PackageSyntaxError) {
        let options = takeRequirementOptions()
        if startsWithLocation() {
            try readLocation()
        } else {
            try readPackage()
        }
        if let options { try readRequirementOptions(options) }
    }

    /// Reads `-e` and a requirement, or any other options with their values.
    private mutating func readLineOption() throws(PackageSyntaxError) {
        parts.kind = .option
        while !cursor.isAtEnd {
            let start = cursor.position
            // pip ignores such a word: `--find-links https://example.org/wheels numpy`.
            guard cursor.next == UInt8(ascii: "-") else { throw cursor.failure(.ignoredWord) }
            let name = try readOptionName()
            parts.options.append(OptionParts(name: name, value: nil))
            _ = cursor.take(UInt8(ascii: "="))
            cursor.skipBlanks()
            let written = cursor.string(name)
            if PipOption.longName(written) == "--editable" { return try readEditable(at: start) }
            guard let takesValue = PipOption.takesValue(written) else {
                throw cursor.failure(.unknownOption, at: start)
            }
            if takesValue {
                let value = try readOptionValue()
                guard !value.isEmpty else { throw cursor.failure(.valueMissing, at: start) }
                parts.options[parts.options.count - 1].value = value
            }
            cursor.skipBlanks()
        }
    }

    /// Reads the requirement after `-e`.
    private mutating func readEditable(at start: Int) throws(PackageSyntaxError) {
        let value = cursor.rest
        guard !value.isEmpty else { throw cursor.failure(.valueMissing, at: start) }
        parts.options[parts.options.count - 1].value = value
        parts.isEditable = true
        parts.kind = .location
        try readRequirement()
    }

    /// Reads `--name` or `-n`, up to the end, a blank, `=` or, after a single letter, the value itself.
    private mutating func readOptionName() throws(PackageSyntaxError) -> Range<Int> {
        let start = cursor.position
        cursor.advance()
        if cursor.take(UInt8(ascii: "-")) {
            let letters = cursor.take { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
            let hasValidEnd = cursor.isAtEnd || cursor.next.isASCIIWhitespace || cursor.next == UInt8(ascii: "=")
            guard hasValidEnd, let first = letters.first, cursor.bytes[first].isASCIILetter else {
                throw cursor.failure(.invalidOption)
            }
        } else {
            let letter = cursor.next
            guard letter.isASCIILetter else { throw cursor.failure(.invalidOption) }
            cursor.advance()
            let hasValidEnd = cursor.isAtEnd || cursor.next.isASCIIWhitespace || cursor.next == UInt8(ascii: "=")
            // pip's one-letter options that take a value.
            guard hasValidEnd || "cefirC".utf8.contains(letter) else { throw cursor.failure(.invalidOption) }
        }
        return start..<cursor.position
    }

    /// Cuts off the options at the end, which start at the first `-` after a blank, as in pip.
    private mutating func takeRequirementOptions() -> Range<Int>? {
        let all = cursor.rest
        for index in all.dropFirst() where cursor.bytes[index] == UInt8(ascii: "-") && cursor.bytes[index - 1].isBlank {
            cursor.cut(at: index)
            return index..<all.upperBound
        }
        return nil
    }

    private mutating func readRequirementOptions(_ range: Range<Int>) throws(PackageSyntaxError) {
        cursor.enter(range)
        while !cursor.isAtEnd {
            let start = cursor.position
            guard cursor.next == UInt8(ascii: "-") else { throw cursor.failure(.unexpectedCharacter) }
            let name = try readOptionName()
            guard isRequirementOption(name) else { throw cursor.failure(.invalidOption, at: start) }
            _ = cursor.take(UInt8(ascii: "="))
            cursor.skipBlanks()
            let value = try readOptionValue()
            guard !value.isEmpty else { throw cursor.failure(.valueMissing, at: start) }
            parts.requirementOptions.append(OptionParts(name: name, value: value))
            cursor.skipBlanks()
        }
    }

    /// Reads a value, which ends at the next blank outside quotes.
    private mutating func readOptionValue() throws(PackageSyntaxError) -> Range<Int> {
        let start = cursor.position
        while !cursor.isAtEnd, !cursor.next.isASCIIWhitespace {
            let byte = cursor.next
            cursor.advance()
            var isClosed = true
            if byte == UInt8(ascii: "\\") { isClosed = takeEscaped() }
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") { isClosed = takeQuoted(upTo: byte) }
            guard isClosed else { throw cursor.failure(.invalidOption, at: start) }
        }
        return start..<cursor.position
    }

    /// Steps over the character after a backslash; returns whether there is one.
    private mutating func takeEscaped() -> Bool {
        defer { cursor.advance() }
        return !cursor.isAtEnd
    }

    /// Steps over the rest of a quoted text; returns whether the quote is closed.
    private mutating func takeQuoted(upTo quote: UInt8) -> Bool {
        while !cursor.isAtEnd {
            let byte = cursor.next
            cursor.advance()
            if byte == quote { return true }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), !takeEscaped() { return false }
        }
        return false
    }

    private func isRequirementOption(_ name: Range<Int>) -> Bool {
        ["--hash", "--config-settings", "--config-setting", "--global-option", "--install-option", "-C"]
            .contains { isText(name, $0) }
    }

    func isText(_ range: Range<Int>, _ text: String) -> Bool {
        text.utf8.count == range.count && cursor.hasText(text, at: range.lowerBound, before: range.upperBound)
    }
}
