public import AzureMLSupport
internal import LosslessYAML

/// An error in reading, changing, naming or saving a conda specification.
///
/// > Python: `azureml.exceptions.UserErrorException`, and what ruamel.yaml and Python's own `open` raise
public struct CondaDependenciesError: AzureMLError, ReportedError {
    /// The kind of error.
    public let code: ErrorCode<Self>
    /// The message, the place, the hint and the underlying error.
    public let report: ErrorReport

    package init(code: ErrorCode<Self>, report: ErrorReport) {
        self.code = code
        self.report = report
    }

    /// Converts an error of the YAML layer.
    ///
    /// - Parameters:
    ///   - error: The error.
    ///   - hint: The advice that replaces that of the error.
    init(_ error: YAMLError, hint: String) {
        let converted = Self(error)
        self.init(converted.code, converted.message, at: converted.location, hint: hint)
    }

    /// Converts an error of the YAML layer.
    init(_ error: YAMLError) {
        let code: ErrorCode<Self> =
            switch error.code {
            case .editRefused, .roundTripFailed: .editRefused
            case .tooLarge, .tooDeep, .tooManyNodes: .tooLarge
            default: .yamlInvalid
            }
        self.init(code: code, report: error.report)
    }
}

extension ErrorCode where Failure == CondaDependenciesError {
    /// The file is missing, is not a regular file, or cannot be read.
    public static var fileUnreadable: Self { Self("conda-dependencies-file-unreadable") }
    /// The file cannot be written.
    public static var fileUnwritable: Self { Self("conda-dependencies-file-unwritable") }
    /// The text is not readable YAML: invalid syntax or bytes, a duplicate key, an undefined alias, or two documents.
    public static var yamlInvalid: Self { Self("conda-dependencies-yaml-invalid") }
    /// The text exceeds the limit on its length, depth or number of values.
    public static var tooLarge: Self { Self("conda-dependencies-too-large") }
    /// The text is YAML, but does not have the structure of a conda specification.
    public static var structureInvalid: Self { Self("conda-dependencies-structure-invalid") }
    /// The text has a key that conda specifications do not have.
    public static var keyUnknown: Self { Self("conda-dependencies-key-unknown") }
    /// A package, channel, option or version is invalid.
    public static var valueInvalid: Self { Self("conda-dependencies-value-invalid") }
    /// Python is missing where it is required, or would be removed.
    public static var pythonMissing: Self { Self("conda-dependencies-python-missing") }
    /// The text cannot be edited there without changing more than the edit concerns.
    public static var editRefused: Self { Self("conda-dependencies-edit-refused") }
    /// A requirements file includes a file outside its folder, a URL or itself, or nests files too deeply.
    public static var requirementsFileRefused: Self { Self("conda-dependencies-requirements-file-refused") }
    /// There is no specification to name or save.
    public static var specificationMissing: Self { Self("conda-dependencies-specification-missing") }
}
