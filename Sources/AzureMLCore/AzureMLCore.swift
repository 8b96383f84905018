// One import for a script. This module declares nothing, least of all a type of its own name, so that
// `AzureMLCore.Environment` stays the qualified spelling where another library has an `Environment`, too.

@_exported public import AzureMLSupport
@_exported public import CondaDependencies
@_exported public import Environment
@_exported public import ImageBuild
@_exported public import Workspace
