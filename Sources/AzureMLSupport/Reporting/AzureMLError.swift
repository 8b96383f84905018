/// An error of this SDK: what went wrong, where, and what to do.
///
/// Each module has one error type, and a `catch` can check its ``code``:
///
/// ```swift
/// do {
///     let workspace = try await Workspace.get(name: "vision")
///     print(workspace.location)
/// } catch let error as WorkspaceError where error.code == .notFound {
///     print(error.hint ?? "")
/// }
/// ```
///
/// Later versions may add codes, so a `switch` over them needs a `default`.
///
/// > Python: `azureml.exceptions.AzureMLException`, `azureml.exceptions.UserErrorException`
public protocol AzureMLError: Error, CustomStringConvertible, CustomReflectable {
    /// The kind of error.
    var code: ErrorCode<Self> { get }
    /// The message, the location, the hint and the underlying error.
    var report: ErrorReport { get }
}

extension AzureMLError {
    /// The stable spelling of the code, for code that handles errors of all modules alike.
    public var codeName: String { code.name }
    /// One sentence that names the value and the file.
    public var message: String { report.message }
    /// The location of the error; `nil` when it has none.
    public var location: SourceLocation? { report.location }
    /// The advice on how to fix it, in English.
    public var hint: String? { report.hint }
    /// The error that caused this one.
    public var underlying: (any Error)? { report.underlying }

    /// `file:line:column: error: message`, the line with a caret, and `fix: hint`.
    public var description: String { report.description }

    /// A mirror without children, so that `dump` shows the masked description, and not the underlying error.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// An error that the modules of this package throw; users of the package only catch it.
package protocol ReportedError: AzureMLError {
    init(code: ErrorCode<Self>, report: ErrorReport)
}

extension ReportedError {
    /// Makes an error from its parts, in the form that reads well after `throw`.
    package init(
        _ code: ErrorCode<Self>,
        _ message: String,
        at location: SourceLocation? = nil,
        hint: String? = nil,
        underlying: (any Error)? = nil
    ) {
        self.init(
            code: code,
            report: ErrorReport(message: message, location: location, hint: hint, underlying: underlying)
        )
    }
}
