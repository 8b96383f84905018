internal import AzureMLSupport

extension CondaDependenciesError {
    /// The syntax in which a package is written.
    enum PackageKind: String {
        case condaPackage = "conda package"
        case pipRequirement = "pip requirement"

        fileprivate var hint: String {
            switch self {
            case .condaPackage: "write a name, optionally followed by a version, such as 'numpy=1.26'"
            case .pipRequirement: "write a name, optionally followed by a version, such as 'numpy>=1.26'"
            }
        }
    }

    /// Creates the error for a text that is not a package.
    init(_ error: PackageSyntaxError, in text: String, readAs kind: PackageKind) {
        self.init(
            .valueInvalid,
            "'\(text)' is not a \(kind.rawValue): \(error.reason.text.english)",
            at: SourceLocation(file: nil, bytes: Array(text.utf8), offset: error.column - 1),
            hint: kind.hint
        )
    }
}
