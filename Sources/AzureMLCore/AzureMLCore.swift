// A single import for scripts. This module declares nothing, and above all no type with the module's name, so that
// `AzureMLCore.Environment` still names this type when another library has an `Environment` too.

@_exported public import AzureMLSupport
@_exported public import CondaDependencies
@_exported public import Environment
@_exported public import ImageBuild
@_exported public import Workspace
