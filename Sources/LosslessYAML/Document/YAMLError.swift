package import AzureMLSupport

/// Why a YAML text cannot be read, or why an edit was refused.
package struct YAMLError: AzureMLError {
    package let code: ErrorCode<Self>
    package let report: ErrorReport

    package init(code: ErrorCode<Self>, report: ErrorReport) {
        self.code = code
        self.report = report
    }
}

extension ErrorCode where Failure == YAMLError {
    /// The bytes are not UTF-8, or hold a character that YAML does not allow.
    package static var invalidCharacter: Self { Self("invalid-character") }
    /// libyaml's scanner or parser stopped.
    package static var invalidSyntax: Self { Self("invalid-syntax") }
    package static var duplicateKey: Self { Self("duplicate-key") }
    package static var undefinedAlias: Self { Self("undefined-alias") }
    package static var severalDocuments: Self { Self("several-documents") }
    /// The text has more bytes than the limit.
    package static var tooLarge: Self { Self("too-large") }
    /// Collections are nested deeper than the limit.
    package static var tooDeep: Self { Self("too-deep") }
    /// The text, with its aliases expanded, has more nodes than the limit.
    package static var tooManyNodes: Self { Self("too-many-nodes") }
    /// The edit would go through an anchor, an alias or a layout that cannot be kept.
    package static var cannotEdit: Self { Self("cannot-edit") }
    /// The edited text does not read back as the edited data.
    package static var roundTripFailed: Self { Self("round-trip-failed") }
}
