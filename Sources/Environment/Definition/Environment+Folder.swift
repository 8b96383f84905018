public import AzureMLSupport
internal import AzureMLSystem
internal import CondaDependencies

extension Environment {
    /// Saves the environment to a folder in azureml-core's format. The files can be edited and loaded again.
    ///
    /// Only their owner can read the files, because they contain secrets in clear text, as azureml-core's do. The
    /// format has no place for a reference to a secret, such as `.environmentVariable("NAME")`: it is not saved; set it
    /// again after loading.
    ///
    /// > Python: `azureml.core.environment.Environment.save_to_directory`
    ///
    /// - Parameters:
    ///   - path: The path of the folder. The folder and its parents are created if they do not exist.
    ///   - overwrite: Whether an existing folder may be used. An environment's files in it are replaced, or removed
    ///     when this environment does not have them; other files stay.
    /// - Returns: A diagnostic for each secret: that its value is saved in clear text, or that a reference to it is not
    ///   saved.
    /// - Throws: ``EnvironmentError`` when the folder exists and `overwrite` is false, when the conda specification
    ///   does not list Python, or when the folder cannot be written; the earlier files stay. If the program is killed
    ///   while files are replaced, the folder has no definition until it is saved again. Programs that save to one
    ///   folder at the same time wait for each other; on a file system without locks, they must take turns.
    @discardableResult
    public func saveToDirectory(path: String, overwrite: Bool = false) throws -> [Diagnostic] {
        let absolutePath = ProcessContext.current.absolutePath(path)
        try requirePython()
        let files = SerializedDefinition(self, secrets: .revealed).files
        do {
            try files.save(inFolder: absolutePath, overwrite: overwrite)
            return secretDiagnostics(savedTo: "\(path)/\(EnvironmentFiles.definitionName)")
        } catch let error as FileSystemError {
            throw EnvironmentError(
                .fileUnwritable,
                "the environment cannot be saved: \(error)",
                at: SourceLocation(file: path),
                hint: error.hint ?? "check the folder and its permissions",
                underlying: error
            )
        }
    }

    private func secretDiagnostics(savedTo file: String) -> [Diagnostic] {
        secrets.sorted { $0.key < $1.key }.map { path, secret in
            switch secret.source {
            case .value: EnvironmentDiagnostics.secretInClearText(of: path, in: file)
            case .environmentVariable, .file: EnvironmentDiagnostics.secretReferenceNotSaved(at: path)
            }
        }
    }

    /// Loads an environment from a folder that ``saveToDirectory(path:overwrite:)`` or azureml-core created.
    ///
    /// > Python: `azureml.core.environment.Environment.load_from_directory`
    ///
    /// - Parameter path: The path of the folder.
    /// - Returns: The environment.
    /// - Throws: ``EnvironmentError`` when a file is missing, cannot be read or changes meanwhile; ``JSONError`` or
    ///   `CondaDependenciesError` when its content is invalid.
    public static func loadFromDirectory(path: String) throws -> Environment {
        let absolutePath = ProcessContext.current.absolutePath(path)
        let files = try whileNotSaved(absolutePath) { try readFiles(in: absolutePath) }
        return try Environment(files, folder: path)
    }

    /// Runs `work` while no other program saves an environment to a folder.
    private static func whileNotSaved<Result>(_ path: String, _ work: () throws -> Result) throws -> Result {
        // A folder that this user may not list can have files that this user may read, but it cannot be locked.
        guard let folder = try? Directory(path: path) else { return try work() }
        do {
            return try folder.whileLocked(sharing: true, work)
        } catch let error as FileSystemError {
            throw unreadable(path, error)
        }
    }

    private static func readFiles(in folder: String) throws -> EnvironmentFiles {
        let states = try fileStates(in: folder)
        let files = EnvironmentFiles(
            definition: try readDefinition(in: folder),
            condaDependencies: try readOptionalFile(EnvironmentFiles.condaDependenciesName, in: folder),
            baseDockerfile: try readOptionalFile(EnvironmentFiles.baseDockerfileName, in: folder)
        )
        // Not every program and not every file system has the lock of the folder.
        guard try fileStates(in: folder) == states else {
            throw EnvironmentError(
                .fileUnreadable,
                "the environment in '\(folder)' changed while it was loaded",
                at: SourceLocation(file: folder),
                hint: "load it again"
            )
        }
        return files
    }

    /// Returns the states of the files of an environment and of their folder.
    private static func fileStates(in folder: String) throws -> [FileState?] {
        try ([folder] + EnvironmentFiles.names.map { "\(folder)/\($0)" }).map { path -> FileState? in
            do throws(FileSystemError) {
                return try LocalFile.state(path: path)
            } catch {
                throw unreadable(path, error)
            }
        }
    }

    private static func readDefinition(in folder: String) throws -> [UInt8] {
        let isHalfSaved: Bool
        do {
            isHalfSaved = try EnvironmentFiles.isHalfSaved(folder)
        } catch {
            throw unreadable("\(folder)/\(EnvironmentFiles.definitionName)", error)
        }
        guard isHalfSaved else { return try readFile(EnvironmentFiles.definitionName, in: folder) }
        let replaced = EnvironmentFiles.replacedName(of: EnvironmentFiles.definitionName)
        throw EnvironmentError(
            .fileUnreadable,
            "the environment in '\(folder)' is being saved, or was not saved to the end",
            at: SourceLocation(file: folder),
            hint: "save the environment again, or restore the folder; "
                + "the files of the earlier one have names such as '\(replaced)'"
        )
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
            .fileUnreadable,
            "the environment cannot be loaded: \(error)",
            at: SourceLocation(file: path),
            hint: error.hint(forWrongPath: "give the path of a folder that saveToDirectory created"),
            underlying: error
        )
    }

    private func requirePython() throws {
        guard !python.condaDependencies.isEmpty, !python.condaDependencies.namesPython else { return }
        throw EnvironmentError(
            .pythonMissing,
            "the conda specification of the environment '\(name)' does not list Python",
            hint: """
                add one: environment.python.condaDependencies.setPythonVersion("\(CondaDependencies.defaultPythonVersion)")
                """
        )
    }
}
