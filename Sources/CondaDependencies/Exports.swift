// The value types of this module's interface: JSONValue, Diagnostic, Secret, SourceLocation and the error types.
@_exported public import AzureMLSupport
