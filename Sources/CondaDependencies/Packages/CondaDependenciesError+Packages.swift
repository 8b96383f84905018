internal import AzureMLSupport

extension CondaDependenciesError {
    /// Creates the error for a text that is not a package.
    init(_ error: PackageSyntaxError, in text: String, readAs kind: PackageKind) {
        self.init(
            .valueInvalid,
            "'\(text)' is not a \(kind.rawValue): \(error.reason.text.english)",
            at: SourceLocation(file: nil, bytes: Array(text.utf8), offset: error.column - 1),
            hint: kind.hint.english
        )
    }
}
