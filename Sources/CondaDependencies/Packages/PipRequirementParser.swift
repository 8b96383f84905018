internal import AzureMLSupport

/// One pass over the bytes of a line of pip's requirements.
///
/// Source: PEP 508 and packaging for packages, pip's `req_file` and `parse_req_from_line` for the rest.
struct PipRequirementParser {
    /// Where an option stands in the text.
    struct OptionParts {
        var name: Range<Int>
        var value: Range<Int>?
    }

    /// Where the parts stand in the text.
    struct Parts {
        var kind = PipRequirement.Kind.package
        var isEditable = false
        var name: Range<Int>?
        var extras: [Range<Int>] = []
        var version: ReadConstraint?
        var url: Range<Int>?
        var wheel: WheelFileName?
        var marker: Range<Int>?
        var option: OptionParts?
        var requirementOptions: [OptionParts] = []
    }

    var cursor: LineCursor
    var parts = Parts()

    init(_ text: String) {
        cursor = LineCursor(text)
    }

    /// The name of the package: in front of its version, after `#egg=` or in the file name of a wheel.
    var name: String? {
        if let name = parts.name { return cursor.string(name) }
        guard let wheel = parts.wheel?.distribution, !wheel.isEmpty, wheel.utf8.allSatisfy(\.isInName) else {
            return nil
        }
        return wheel
    }

    /// The name as pip compares it, also when what follows it is damaged, so that the text was not read whole; `nil`
    /// when no name can be seen.
    func normalizedName(isWhole: Bool) -> String? {
        if isWhole { return name.map { PipRequirement.normalized($0.utf8) } }
        guard let name = parts.name else { return nil }
        let rest = cursor.bytes[name.upperBound...].drop(while: \.isBlank)
        // Two names are not one of them with a typing error.
        guard rest.first.map({ "<>=!~(;@[#".utf8.contains($0) }) ?? true else { return nil }
        return PipRequirement.normalized(cursor.bytes[name])
    }

    /// The requirement of a text that was read to its end.
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
            option: parts.option.map { option($0) },
            requirementOptions: parts.requirementOptions.map { option($0) },
            wheel: parts.wheel
        )
    }

    private var versionConstraint: VersionConstraint? {
        guard let constraint = parts.version else { return nil }
        return VersionConstraint(text: cursor.string(constraint.text), conditions: constraint.comparableConditions)
    }

    private func option(_ parts: OptionParts) -> PipRequirement.Option {
        PipRequirement.Option(name: cursor.string(parts.name), value: string(parts.value))
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

    /// A comment starts with `#` at the start or behind a blank; elsewhere it belongs to a URL.
    private mutating func cutComment() {
        for index in cursor.rest where cursor.bytes[index] == UInt8(ascii: "#") {
            guard index > cursor.position, !cursor.bytes[index - 1].isASCIIWhitespace else {
                cursor.cut(at: index)
                return
            }
        }
    }

    /// A package, or a URL or a path, with options of its own behind it or without.
    private mutating func readRequirement() throws(PackageSyntaxError) {
        let options = takeRequirementOptions()
        if startsWithLocation() {
            try readLocation()
        } else {
            try readPackage()
        }
        if let options { try readRequirementOptions(options) }
    }

    /// `-e` and a requirement, or any other option with its value.
    private mutating func readLineOption() throws(PackageSyntaxError) {
        let start = cursor.position
        let option = try readOptionName()
        _ = cursor.take(UInt8(ascii: "="))
        cursor.skipBlanks()
        let value = cursor.rest
        parts.option = OptionParts(name: option, value: value.isEmpty ? nil : value)
        parts.kind = .option
        guard isText(option, "-e") || isText(option, "--editable") else { return }
        guard !value.isEmpty else { throw cursor.failure(.valueMissing, at: start) }
        parts.isEditable = true
        parts.kind = .location
        try readRequirement()
    }

    /// `--name` or `-n`; behind it the end, a blank, `=`, or with one letter the value itself.
    private mutating func readOptionName() throws(PackageSyntaxError) -> Range<Int> {
        let start = cursor.position
        cursor.advance()
        if cursor.take(UInt8(ascii: "-")) {
            let letters = cursor.take { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
            let endsWell = cursor.isAtEnd || cursor.next.isASCIIWhitespace || cursor.next == UInt8(ascii: "=")
            guard endsWell, let first = letters.first, cursor.bytes[first].isASCIILetter else {
                throw cursor.failure(.invalidOption)
            }
        } else {
            let letter = cursor.next
            guard letter.isASCIILetter else { throw cursor.failure(.invalidOption) }
            cursor.advance()
            let endsWell = cursor.isAtEnd || cursor.next.isASCIIWhitespace || cursor.next == UInt8(ascii: "=")
            // pip's options of one letter that take a value.
            guard endsWell || "cefirC".utf8.contains(letter) else { throw cursor.failure(.invalidOption) }
        }
        return start..<cursor.position
    }

    /// Takes the options off the end: the first blank with `-` behind it starts them, as in pip.
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

    /// What stands in front of the next blank; in quotes blanks belong to the value.
    private mutating func readOptionValue() throws(PackageSyntaxError) -> Range<Int> {
        let start = cursor.position
        while !cursor.isAtEnd, !cursor.next.isASCIIWhitespace {
            let quote = cursor.next
            cursor.advance()
            guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { continue }
            _ = cursor.take { $0 != quote }
            guard cursor.take(quote) else { throw cursor.failure(.invalidOption, at: start) }
        }
        return start..<cursor.position
    }

    private func isRequirementOption(_ name: Range<Int>) -> Bool {
        ["--hash", "--config-settings", "--config-setting", "--global-option", "--install-option", "-C"]
            .contains { isText(name, $0) }
    }

    func isText(_ range: Range<Int>, _ text: String) -> Bool {
        text.utf8.count == range.count && cursor.hasText(text, at: range.lowerBound, before: range.upperBound)
    }
}
