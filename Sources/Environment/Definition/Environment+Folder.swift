internal import AzureMLSupport
internal import AzureMLSystem
internal import CondaDependencies

extension Environment {
    /// Saves the environment to a folder in azureml-core's format, which can be edited and loaded again.
    ///
    /// The files are readable by their owner only: they hold plain secrets, as azureml-core's do.
    ///
    /// > Python: `azureml.core.environment.Environment.save_to_directory`
    ///
    /// - Parameters:
    ///   - path: The path of the folder; made, with the folders above it, when there is none.
    ///   - overwrite: Whether an existing folder may be used. Files of an environment in it are replaced, or removed
    ///     when this environment has no such file; other files stay.
    /// - Throws: ``EnvironmentError`` when the folder exists and `overwrite` is false, when the conda specification has
    ///   no Python, or when the folder cannot be written.
    public func saveToDirectory(path: String, overwrite: Bool = false) throws {
        let absolutePath = ProcessContext.current.absolutePath(path)
        try requirePython()
        let files = SerializedDefinition(self, secrets: .revealed).files
        do {
            if try LocalFile.kind(path: absolutePath) != nil, !overwrite {
                throw EnvironmentError(
                    .folderExists,
                    "the folder '\(absolutePath)' exists already",
                    at: SourceLocation(file: absolutePath),
                    hint: "choose another folder, or pass overwrite: true"
                )
            }
            let folder = try Directory.createAll(path: absolutePath)
            // What a process that was killed here left behind holds plain secrets.
            try? folder.removeAbandonedTemporaries(prefix: Directory.hiddenTemporaryPrefix)
            try files.write(to: folder)
        } catch let error as FileSystemError {
            throw EnvironmentError(
                .unwritable,
                "the environment cannot be saved: \(error)",
                at: SourceLocation(file: path),
                hint: "check the folder and its permissions",
                underlying: error
            )
        }
    }

    /// Loads an environment from a folder that ``saveToDirectory(path:overwrite:)`` or azureml-core made.
    ///
    /// > Python: `azureml.core.environment.Environment.load_from_directory`
    ///
    /// - Parameter path: The path of the folder.
    /// - Returns: The environment.
    /// - Throws: ``EnvironmentError`` when a file is missing or cannot be read, ``JSONError`` or an error of the conda
    ///   specification when its content cannot.
    public static func loadFromDirectory(path: String) throws -> Environment {
        let absolutePath = ProcessContext.current.absolutePath(path)
        let files = EnvironmentFiles(
            definition: try readFile(EnvironmentFiles.definitionName, in: absolutePath),
            condaDependencies: try readOptionalFile(EnvironmentFiles.condaDependenciesName, in: absolutePath),
            baseDockerfile: try readOptionalFile(EnvironmentFiles.baseDockerfileName, in: absolutePath)
        )
        return try Environment(files, folder: path)
    }

    private static func readOptionalFile(_ name: String, in folder: String) throws -> [UInt8]? {
        let path = "\(folder)/\(name)"
        let kind: FileKind?
        do {
            kind = try LocalFile.kind(path: path)
        } catch {
            throw unreadable(path, error)
        }
        return kind == .regularFile ? try readFile(name, in: folder) : nil
    }

    private static func readFile(_ name: String, in folder: String) throws -> [UInt8] {
        let path = "\(folder)/\(name)"
        do {
            return try LocalFile.read(path: path, limit: 64 << 20)
        } catch {
            throw unreadable(path, error)
        }
    }

    private static func unreadable(_ path: String, _ error: FileSystemError) -> EnvironmentError {
        EnvironmentError(
            .unreadable,
            "the environment cannot be loaded: \(error)",
            at: SourceLocation(file: path),
            hint: "name a folder that saveToDirectory made",
            underlying: error
        )
    }

    private func requirePython() throws {
        guard !python.condaDependencies.isEmpty, !python.condaDependencies.namesPython else { return }
        throw EnvironmentError(
            .pythonMissing,
            "the conda specification of the environment '\(name)' names no Python",
            hint: """
                add one: environment.python.condaDependencies.setPythonVersion("\(CondaDependencies.defaultPythonVersion)")
                """
        )
    }
}

extension EnvironmentFiles {
    fileprivate func write(to folder: Directory) throws {
        for (name, bytes) in contents {
            try folder.replaceFile(name, with: bytes, mode: 0o600)
        }
        for name in Self.names where !contents.contains(where: { $0.name == name }) {
            if try folder.kind(name) != nil { try folder.remove(name) }
        }
    }
}
