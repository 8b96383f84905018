internal import AzureMLSupport

/// Where workspaces lie that no folder is named for.
enum WorkspaceLocation {
    /// `$AZUREML_WORKSPACES`, or `~/.azureml/workspaces`.
    static var root: String {
        let context = ProcessContext.current
        return context[variable: "AZUREML_WORKSPACES"].map(context.absolutePath)
            ?? "\(context.homeDirectory)/.azureml/workspaces"
    }

    /// The folder of a workspace: the one that is named, or the one of its name in ``root``.
    static func directory(_ directory: String?, name: DocumentName) -> String {
        directory.map(ProcessContext.current.absolutePath) ?? "\(root)/\(name)"
    }
}
