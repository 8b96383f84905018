internal import AzureMLSupport
internal import AzureMLSystem

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
        directory.map(ProcessContext.current.absolutePath) ?? "\(root)/\(folderName(of: name))"
    }

    /// The name itself, so that people find the folder; a file system takes 255 bytes, and a name can have more.
    static func folderName(of name: DocumentName) -> String {
        name.text.utf8.count > 255 ? EncodedName.encode(name) : name.text
    }
}
