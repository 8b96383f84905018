package import AzureMLSupport

/// The reason why a YAML text cannot be read, or why an edit was refused.
package struct YAMLError: ReportedError {
    package let code: ErrorCode<Self>
    package let report: ErrorReport

    package init(code: ErrorCode<Self>, report: ErrorReport) {
        self.code = code
        self.report = report
    }
}

extension ErrorCode where Failure == YAMLError {
    /// The bytes are not UTF-8, or contain a character that YAML does not allow.
    package static var characterInvalid: Self { Self("yaml-character-invalid") }
    /// libyaml's scanner or parser rejected the text.
    package static var syntaxInvalid: Self { Self("yaml-syntax-invalid") }
    package static var keyDuplicated: Self { Self("yaml-key-duplicated") }
    package static var aliasUndefined: Self { Self("yaml-alias-undefined") }
    package static var secondDocumentRefused: Self { Self("yaml-second-document-refused") }
    /// The text has more bytes than the limit.
    package static var tooLarge: Self { Self("yaml-too-large") }
    /// Collections are nested deeper than the limit.
    package static var tooDeep: Self { Self("yaml-too-deep") }
    /// The text, with its aliases expanded, has more nodes than the limit.
    package static var tooManyNodes: Self { Self("yaml-too-many-nodes") }
    /// The edit would break an anchor, an alias or a layout.
    package static var editRefused: Self { Self("yaml-edit-refused") }
    /// The edited text does not parse back to the edited data.
    package static var roundTripFailed: Self { Self("yaml-round-trip-failed") }
}
