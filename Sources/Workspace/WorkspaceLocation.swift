internal import AzureMLSupport
internal import AzureMLSystem

/// Where workspaces are stored when the caller gives no folder.
enum WorkspaceLocation {
    /// `$AZUREML_WORKSPACES`, or `~/.azureml/workspaces`.
    static var root: String {
        let context = ProcessContext.current
        return context[variable: "AZUREML_WORKSPACES"].map(context.absolutePath)
            ?? "\(context.homeDirectory)/.azureml/workspaces"
    }

    /// Returns the folder of a workspace: the given one, or the one in ``root`` that is named after the workspace.
    static func directory(_ directory: String?, name: DocumentName) -> String {
        directory.map(ProcessContext.current.absolutePath) ?? "\(root)/\(folderName(of: name))"
    }

    /// Returns the name itself, so that people find the folder; only a name longer than the 255 bytes that file systems
    /// allow is encoded.
    static func folderName(of name: DocumentName) -> String {
        name.text.utf8.count > 255 ? EncodedName.encode(name) : name.text
    }
}
