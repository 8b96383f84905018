public import AzureMLSupport

/// An error that prevents an environment from being made, read, saved or registered.
///
/// > Python: `azureml.exceptions.UserErrorException`
public struct EnvironmentError: AzureMLError, ReportedError {
    /// The kind of error.
    public let code: ErrorCode<Self>
    /// The message, the place, the hint and the underlying error.
    public let report: ErrorReport

    package init(code: ErrorCode<Self>, report: ErrorReport) {
        self.code = code
        self.report = report
    }
}

extension ErrorCode where Failure == EnvironmentError {
    /// A member of a stored definition has a value of the wrong kind.
    public static var definitionInvalid: Self { Self("environment-definition-invalid") }
    /// The definition has only a name and a version: it is a reference to a registered environment.
    public static var definitionMissing: Self { Self("environment-definition-missing") }
    /// The name for a copy is empty.
    public static var nameInvalid: Self { Self("environment-name-invalid") }
    /// The name begins with `Microsoft` or `AzureML`, which are reserved for curated environments.
    public static var nameReserved: Self { Self("environment-name-reserved") }
    /// There is no environment of that name, version or label.
    public static var notFound: Self { Self("environment-not-found") }
    /// Every version of the environment is archived.
    public static var archived: Self { Self("environment-archived") }
    /// Both a version and a label were given.
    public static var versionAndLabelGiven: Self { Self("environment-version-and-label-given") }
    /// Both a conda file and a requirements file were given.
    public static var specificationGivenTwice: Self { Self("environment-specification-given-twice") }
    /// The definition names more than one source of the image: base image, Dockerfile or build context.
    public static var sourceConflict: Self { Self("environment-source-conflict") }
    /// The base Dockerfile is a single line without an instruction, such as a path, and not the text of a Dockerfile.
    public static var dockerfileIsPath: Self { Self("environment-dockerfile-is-path") }
    /// conda is missing, fails, or has no environment of that name.
    public static var condaFailed: Self { Self("environment-conda-failed") }
    /// A file is not a wheel or source distribution, or the workspace already has one of that name with other content.
    public static var wheelRefused: Self { Self("environment-wheel-refused") }
    /// The workspace does not have a wheel that the conda specification names, or the reference to it is invalid.
    public static var wheelMissing: Self { Self("environment-wheel-missing") }
    /// A URL or an image name contains a password, a token, or a user name that can be one.
    public static var credentialInURL: Self { Self("environment-credential-in-url") }
    /// The conda specification does not list Python.
    public static var pythonMissing: Self { Self("environment-python-missing") }
    /// The package name or the version constraint of a search cannot be read.
    public static var searchInvalid: Self { Self("environment-search-invalid") }
    /// A file or folder cannot be read.
    public static var fileUnreadable: Self { Self("environment-file-unreadable") }
    /// A file or folder cannot be written.
    public static var fileUnwritable: Self { Self("environment-file-unwritable") }
    /// The folder already exists.
    public static var folderExists: Self { Self("environment-folder-exists") }
}
