// The value types in this module's interface: JSONValue, Diagnostic, Secret, SourceLocation and the error protocol.
@_exported public import AzureMLSupport
