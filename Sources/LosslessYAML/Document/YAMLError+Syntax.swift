internal import AzureMLSupport

extension YAMLError {
    static var outOfMemory: YAMLError {
        YAMLError(.tooLarge, "there is not enough memory to read this YAML text")
    }

    /// What libyaml's reader found: bytes that are no UTF-8, or a character that YAML does not allow.
    static func invalidCharacter(_ problem: String, at location: SourceLocation) -> YAMLError {
        if problem.contains("control characters") {
            return YAMLError(
                .invalidCharacter,
                "this is a control character, and YAML does not allow it here",
                at: location,
                hint: "remove it, or write it as an escape in a double-quoted text"
            )
        }
        return YAMLError(
            .invalidCharacter,
            "the text is not valid UTF-8 from here on (\(problem))",
            at: location,
            hint: "save the file as UTF-8"
        )
    }

    /// What libyaml's scanner or parser found, in words that say what to do.
    static func invalidSyntax(
        problem: String,
        at problemLocation: SourceLocation,
        context: String,
        contextLocation: SourceLocation,
        isAtEnd: Bool
    ) -> YAMLError {
        func error(_ message: String, at location: SourceLocation, hint: FixHint?) -> YAMLError {
            YAMLError(.invalidSyntax, message, at: location, hint: location.hintForLookalikeBlank ?? hint)
        }
        let atTab = problemLocation.isAtTab
        switch (context, problem) {
        case (_, "found character that cannot start any token") where atTab,
            (_, "found a tab character that violates indentation"),
            (_, "found a tab character where an indentation space is expected"):
            return error(
                "a tab stands where YAML wants blanks",
                at: problemLocation,
                hint: "indent with blanks, never with tabs"
            )
        case (_, "found character that cannot start any token"):
            return error(
                "this character cannot start a value",
                at: problemLocation,
                hint: "put the value in quotes"
            )
        case ("while scanning a quoted scalar", _):
            return error("this quote is never closed", at: contextLocation, hint: "close it with the same quote")
        case ("while parsing a flow sequence", _) where isAtEnd:
            return error("this list is never closed", at: contextLocation, hint: "close it with ']'")
        case ("while parsing a flow mapping", _) where isAtEnd:
            return error("this mapping is never closed", at: contextLocation, hint: "close it with '}'")
        case ("while parsing a flow sequence", _):
            return error(
                "this does not belong to the value in front of it",
                at: problemLocation,
                hint: "separate the entries of the list with ',', or close the list with ']'"
            )
        case ("while parsing a flow mapping", _):
            return error(
                "this does not belong to the value in front of it",
                at: problemLocation,
                hint: "separate the pairs of the mapping with ',', or close the mapping with '}'"
            )
        case (_, "mapping values are not allowed in this context"):
            return error(
                "a ':' cannot stand here",
                at: problemLocation,
                hint: "indent the key like the keys around it, or put a value that holds ': ' in quotes"
            )
        case (_, "could not find expected ':'"):
            return error(
                "a ':' is missing after this key",
                at: contextLocation,
                hint: "write 'key: value', or indent the line if it belongs to the value above"
            )
        case ("while parsing a block mapping", _), ("while parsing a block collection", _):
            return error(
                "this line does not belong to the block above it",
                at: problemLocation,
                hint: "give it the same indentation as the lines of its block, or its own '- ' or 'key:'"
            )
        case (_, "block sequence entries are not allowed in this context"):
            return error("a list item cannot stand here", at: problemLocation, hint: "start the list on its own line")
        case ("while scanning a block scalar", _):
            return error(
                "'|' and '>' begin a text of several lines",
                at: contextLocation,
                hint: "put a value that begins with one of them in quotes, such as '\">=2\"'"
            )
        case ("while scanning an anchor", _), ("while scanning an alias", _):
            return error(
                "'*' and '&' begin a name here",
                at: contextLocation,
                hint: "put a value that begins with one of them in quotes"
            )
        case (_, "did not find expected <document start>"):
            return error(
                "this is not YAML from here on",
                at: problemLocation,
                hint: "write 'key: value' lines; check that this is the file that was meant"
            )
        default:
            let message = context.isEmpty ? problem : "\(problem) \(context)"
            return error("this is not valid YAML: \(message)", at: problemLocation, hint: nil)
        }
    }
}

extension SourceLocation {
    /// Blanks of other kinds look like spaces, and YAML takes them for letters.
    fileprivate var hintForLookalikeBlank: FixHint? {
        guard let blank = excerpt?.unicodeScalars.first(where: { [0xA0, 0x200B, 0x3000].contains($0.value) }) else {
            return nil
        }
        return "replace the blank U+\(blank.value.hexadecimal(digits: 4, uppercase: true)) on this line by a space"
    }

    fileprivate var isAtTab: Bool {
        guard let column, let excerpt else { return false }
        return excerpt.utf8.dropFirst(column - 1).first == 0x09
    }
}
