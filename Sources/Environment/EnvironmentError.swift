public import AzureMLSupport

/// An environment that cannot be read, saved or registered.
///
/// > Python: `azureml.exceptions.UserErrorException`
public struct EnvironmentError: AzureMLError {
    /// The kind of error.
    public let code: ErrorCode<EnvironmentError>
    /// What is wrong, where, and what to do.
    public let report: ErrorReport

    /// Makes an error from its parts.
    public init(code: ErrorCode<EnvironmentError>, report: ErrorReport) {
        self.code = code
        self.report = report
    }
}

extension ErrorCode where Failure == EnvironmentError {
    /// A member of a stored definition has a value of the wrong kind.
    public static var invalidDefinition: Self { Self("environment-definition-invalid") }
    /// The definition holds a name and a version only: it refers to a registered environment.
    public static var reference: Self { Self("environment-reference") }
    /// The name of a copy is empty.
    public static var invalidName: Self { Self("environment-name-invalid") }
    /// The name begins with `Microsoft` or `AzureML`, which are kept for curated environments.
    public static var reservedName: Self { Self("environment-name-reserved") }
    /// There is no environment of that name, version or label.
    public static var notFound: Self { Self("environment-not-found") }
    /// Every version of the environment is archived.
    public static var archived: Self { Self("environment-archived") }
    /// A version and a label were given together.
    public static var versionAndLabel: Self { Self("environment-version-and-label") }
    /// A conda file and a requirements file were given together.
    public static var twoSpecifications: Self { Self("environment-two-specifications") }
    /// conda is missing, fails, or has no environment of that name.
    public static var condaFailed: Self { Self("environment-conda-failed") }
    /// A file is no wheel, or a wheel of that name with other content is there already.
    public static var wheelRefused: Self { Self("environment-wheel-refused") }
    /// A workspace does not have a wheel that the conda specification names, or what names it is no reference to one.
    public static var wheelMissing: Self { Self("environment-wheel-missing") }
    /// A URL holds a password, or a user name that is one.
    public static var credentialInURL: Self { Self("credential-in-url") }
    /// The conda specification names no Python.
    public static var pythonMissing: Self { Self("environment-python-missing") }
    /// A name of a package or conditions on its version cannot be read.
    public static var searchInvalid: Self { Self("environment-search-invalid") }
    /// A file or folder cannot be read.
    public static var unreadable: Self { Self("environment-unreadable") }
    /// A file or folder cannot be written.
    public static var unwritable: Self { Self("environment-unwritable") }
    /// The folder exists already.
    public static var folderExists: Self { Self("environment-folder-exists") }
}
