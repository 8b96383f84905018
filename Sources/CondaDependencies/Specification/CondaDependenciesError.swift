public import AzureMLSupport
internal import LosslessYAML

/// Why a conda specification cannot be read, changed, named or saved.
///
/// > Python: `azureml.exceptions.UserErrorException`, and what ruamel.yaml and Python's own `open` raise
public struct CondaDependenciesError: AzureMLError {
    /// The kind of error.
    public let code: ErrorCode<Self>
    /// The message, the place, the way out and the error below.
    public let report: ErrorReport

    /// Makes an error from its parts.
    public init(code: ErrorCode<Self>, report: ErrorReport) {
        self.code = code
        self.report = report
    }

    /// What the YAML layer says, in this module's terms.
    init(_ error: YAMLError) {
        let code: ErrorCode<Self> =
            switch error.code {
            case .cannotEdit, .roundTripFailed: .cannotEdit
            case .tooLarge, .tooDeep, .tooManyNodes: .tooLarge
            default: .invalidYAML
            }
        self.init(code: code, report: error.report)
    }
}

extension ErrorCode where Failure == CondaDependenciesError {
    /// The file is missing, is no regular file, or cannot be read.
    public static var unreadableFile: Self { Self("unreadable-file") }
    /// The file cannot be written.
    public static var unwritableFile: Self { Self("unwritable-file") }
    /// The text is no YAML that can be read: its syntax, its bytes, a key twice, an alias for nothing, two documents.
    public static var invalidYAML: Self { Self("invalid-yaml") }
    /// The text is longer, deeper or has more values than is read.
    public static var tooLarge: Self { Self("too-large") }
    /// The text is YAML, but no mapping with the values that a conda specification has.
    public static var invalidStructure: Self { Self("invalid-structure") }
    /// A key that conda specifications do not have.
    public static var unknownKey: Self { Self("unknown-key") }
    /// A package, channel, option or version that cannot be one.
    public static var invalidValue: Self { Self("invalid-value") }
    /// Python is missing where it is needed, or would be removed.
    public static var pythonMissing: Self { Self("python-missing") }
    /// The text cannot be edited there without touching more than the edit names.
    public static var cannotEdit: Self { Self("cannot-edit") }
    /// A requirements file names a file outside its folder, a URL, or itself.
    public static var requirementsFileRefused: Self { Self("requirements-file-refused") }
    /// There is no specification to name or to save.
    public static var noSpecification: Self { Self("no-specification") }
}
