// Exports the types that this module's interface uses: JSONValue, Diagnostic, Secret, SourceLocation and AzureMLError.
@_exported public import AzureMLSupport
