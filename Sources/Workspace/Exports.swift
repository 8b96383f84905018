// The value types of this module's interface: JSONValue, Diagnostic, Secret, SourceLocation and the shape of errors.
@_exported public import AzureMLSupport
