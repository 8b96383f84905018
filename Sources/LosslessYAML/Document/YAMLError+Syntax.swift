internal import AzureMLSupport

extension YAMLError {
    static var outOfMemory: YAMLError {
        YAMLError(.tooLarge, "there is not enough memory to read this YAML text")
    }

    /// Makes the error for a problem of libyaml's reader: bytes that are not UTF-8, or a character that YAML forbids.
    static func invalidCharacter(_ problem: String, at location: SourceLocation) -> YAMLError {
        if problem.contains("control characters") {
            return YAMLError(
                .characterInvalid,
                "this is a control character, and YAML does not allow it here",
                at: location,
                hint: "remove it, or write it as an escape in a double-quoted string"
            )
        }
        return YAMLError(
            .characterInvalid,
            "the text is not valid UTF-8 from here on (\(problem))",
            at: location,
            hint: "save the file as UTF-8"
        )
    }

    /// Makes the error for a problem of libyaml's scanner or parser, with a hint that says what to do.
    static func invalidSyntax(
        in source: YAMLSource,
        problem: String,
        atByte problemOffset: Int,
        context: String,
        fromByte contextOffset: Int
    ) -> YAMLError {
        func error(_ message: String, at offset: Int, hint: String?) -> YAMLError {
            let location = source.location(ofByte: offset)
            let special = source.hintForTemplate(atByte: offset) ?? source.hintForLookalikeBlank(nearByte: offset)
            return YAMLError(.syntaxInvalid, message, at: location, hint: special ?? hint)
        }
        let isAtEnd = problemOffset == source.bytes.count
        let isAtTab = !isAtEnd && source.bytes[problemOffset] == .tab
        switch (context, problem) {
        case (_, "found character that cannot start any token") where isAtTab,
            (_, "found a tab character that violates indentation"),
            (_, "found a tab character where an indentation space is expected"):
            return error(
                "a tab is used where YAML requires spaces",
                at: problemOffset,
                hint: "indent with spaces, not with tabs"
            )
        case (_, "found character that cannot start any token"):
            return error(
                "this character cannot start a value",
                at: problemOffset,
                hint: "remove it, or put a value that may contain it in quotes"
            )
        case ("while scanning a quoted scalar", _):
            return error("this quote is never closed", at: contextOffset, hint: "close it with the same quote")
        case ("while parsing a flow sequence", _) where isAtEnd:
            return error("this list is never closed", at: contextOffset, hint: "close it with ']'")
        case ("while parsing a flow mapping", _) where isAtEnd:
            return error("this mapping is never closed", at: contextOffset, hint: "close it with '}'")
        case ("while parsing a flow sequence", _):
            return error(
                "this does not belong to the value before it",
                at: problemOffset,
                hint: "separate the entries of the list with ',', or close the list with ']'"
            )
        case ("while parsing a flow mapping", _):
            return error(
                "this does not belong to the value before it",
                at: problemOffset,
                hint: "separate the pairs of the mapping with ',', or close the mapping with '}'"
            )
        case (_, "mapping values are not allowed in this context"):
            return error(
                "a ':' is not allowed here",
                at: problemOffset,
                hint: "indent the key like the keys around it, or put a value that contains ': ' in quotes"
            )
        case (_, "could not find expected ':'"):
            return error(
                "a ':' is missing after this key",
                at: contextOffset,
                hint: "write 'key: value', or indent the line if it belongs to the value above"
            )
        case ("while parsing a block mapping", _), ("while parsing a block collection", _):
            return error(
                "this line does not belong to the block above it",
                at: problemOffset,
                hint: "give it the same indentation as the lines of its block, or its own '- ' or 'key:'"
            )
        case (_, "block sequence entries are not allowed in this context"):
            return error("a list item is not allowed here", at: problemOffset, hint: "start the list on its own line")
        case ("while scanning a block scalar", _):
            return error(
                "'|' and '>' begin a multi-line string",
                at: contextOffset,
                hint: "put a value that begins with one of them in quotes, such as '\">=2\"'"
            )
        case ("while scanning an anchor", _), ("while scanning an alias", _):
            return error(
                "'*' and '&' begin a name here",
                at: contextOffset,
                hint: "put a value that begins with one of them in quotes"
            )
        case (_, "did not find expected <document start>"):
            return error(
                "this is not YAML from here on",
                at: problemOffset,
                hint: "write 'key: value' lines, or check that this is the right file"
            )
        default:
            let message = context.isEmpty ? problem : "\(problem) \(context)"
            return error("this is not valid YAML: \(message)", at: problemOffset, hint: nil)
        }
    }
}

extension YAMLError {
    /// The advice for a line of a template.
    package static let templateHint = "this is a template: give the file that is made from it"
}

extension YAMLSource {
    /// Returns the advice for a line of a Jinja template, which no YAML reader accepts.
    fileprivate func hintForTemplate(atByte offset: Int) -> String? {
        let line = line(ofByte: offset)
        guard line.firstRange(of: Array("{%".utf8)) != nil || line.firstRange(of: Array("{{".utf8)) != nil else {
            return nil
        }
        return YAMLError.templateHint
    }

    /// Returns a hint about a character that looks like a space, but that YAML treats as a letter.
    fileprivate func hintForLookalikeBlank(nearByte offset: Int) -> String? {
        let line = String(decoding: line(ofByte: offset), as: UTF8.self)
        guard let blank = line.unicodeScalars.first(where: { [0xA0, 0x200B, 0x3000].contains($0.value) }) else {
            return nil
        }
        return "replace U+\(blank.value.hexadecimal(digits: 4, uppercase: true)) on this line with a space"
    }
}
