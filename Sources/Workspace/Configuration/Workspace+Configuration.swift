internal import AzureMLSupport
internal import AzureMLSystem

extension Workspace {
    /// Opens the workspace that a configuration file names; never creates one.
    ///
    /// The file is `.azureml/config.json`, else `.azureml/project.json`, then the same two names in `aml_config`, then
    /// in the folder itself, each searched for from the start folder up to the root. A `workspace_directory` in it is
    /// relative to the project's folder, the one that contains `.azureml`.
    ///
    /// > Python: `azureml.core.Workspace.from_config`
    ///
    /// - Parameter path: A configuration file, or the folder where the search starts; by default the working directory.
    /// - Returns: The workspace.
    /// - Throws: ``WorkspaceError`` when there is no such file, it cannot be used, or its workspace does not exist.
    public static func fromConfig(path: String? = nil) throws -> Workspace {
        let start = LocalPath.normalized(ProcessContext.current.absolutePath(path ?? "."))
        let search = try WorkspaceError.explaining("look for a workspace configuration") {
            try ConfigurationSearch.match(from: start)
        }
        guard let match = search else {
            throw WorkspaceError(
                .configurationNotFound,
                "there is no workspace configuration (.azureml/config.json or config.json) in '\(start)' "
                    + "or a folder above it",
                hint: "try await Workspace.create(name: \"…\", existOK: true).writeConfig()"
            )
        }
        let configuration = try WorkspaceConfiguration(file: match.file)
        do {
            return try open(configuration.identity, directory: configuration.directory(from: match.project))
        } catch let error as WorkspaceError where error.code == .notFound {
            throw WorkspaceError(
                .notFound,
                "\(error.message), which '\(match.file)' names",
                at: SourceLocation(file: match.file),
                hint: error.hint
            )
        }
    }

    /// Writes the configuration file that ``fromConfig(path:)`` and azureml-core read.
    ///
    /// The path of the workspace's folder is written relative to the project's folder if the two share a parent folder
    /// other than `/`.
    ///
    /// > Python: `azureml.core.Workspace.write_config`
    ///
    /// - Parameters:
    ///   - path: The project's folder; if omitted, the working directory. The file is written to its `aml_config`
    ///     folder if there is one, else to its `.azureml` folder.
    ///   - fileName: The file's name, to which `.json` is added if it has no extension; if omitted, `project.json` if
    ///     that exists, else `config.json`.
    /// - Returns: The absolute path of the file.
    /// - Throws: ``WorkspaceError`` when the folder does not exist or cannot be written, or with the code
    ///   `folderMissing` for a workspace in memory.
    @discardableResult
    public func writeConfig(path: String? = nil, fileName: String? = nil) throws -> String {
        let given = ProcessContext.current.absolutePath(path ?? ".")
        return try WorkspaceError.explaining("write the workspace configuration in '\(given)'") {
            let project = try LocalFile.resolved(given)
            let bytes = WorkspaceConfiguration.bytes(for: record, directory: try directory(relativeTo: project))
            // Checked before the folder is created, so that a refused name leaves no empty folder.
            let name = try fileName.map(Self.configurationFileName)
            let folder = try Self.configurationFolder(in: project)
            let file = try "\(folder.path)/\(name ?? Self.usualFileName(in: folder))"
            try LocalFile.replace(path: file, with: bytes)
            return file
        }
    }

    private func directory(relativeTo project: String) throws -> String {
        guard let directory else {
            throw WorkspaceError(
                .folderMissing,
                "the workspace '\(name)' is in memory, and has no folder that a configuration file could name",
                hint: "create a workspace in a folder with Workspace.create(name:)"
            )
        }
        let resolved = try LocalFile.resolved(directory)
        guard let way = LocalPath.relative(resolved, to: project) else { return resolved }
        // A project's folder that is named '~' must not be read as the user's home folder.
        return WorkspaceConfiguration.beginsAtHome(way) ? "./\(way)" : way
    }

    private static func configurationFolder(in project: String) throws -> Directory {
        let legacy = "\(project)/\(ConfigurationSearch.legacyFolder)"
        if try LocalFile.kind(path: legacy) == .folder { return try Directory(path: legacy) }
        let path = "\(project)/\(ConfigurationSearch.azuremlFolder)"
        if try LocalFile.kind(path: path) == nil {
            _ = try Directory(path: project).openOrCreateDirectory(ConfigurationSearch.azuremlFolder)
        }
        return try Directory(path: path)
    }

    private static func configurationFileName(_ name: String) throws -> String {
        guard LocalPath.isFileName(name) else {
            throw WorkspaceError(
                .nameInvalid,
                "'\(name)' is not a file name",
                hint: "give a file name without a folder, such as config.json"
            )
        }
        return name.utf8.dropFirst().contains(UInt8(ascii: ".")) ? name : "\(name).json"
    }

    private static func usualFileName(in folder: Directory) throws -> String {
        let hasLegacyFile = try folder.kind(ConfigurationSearch.legacyFileName) != nil
        return hasLegacyFile ? ConfigurationSearch.legacyFileName : ConfigurationSearch.fileName
    }
}
