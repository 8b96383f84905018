public import AzureMLSupport
internal import AzureMLSystem
internal import LosslessYAML

extension CondaDependencies {
    /// Writes the text to a file in one step: the file holds the old text or the new one, never a part.
    ///
    /// The new file takes the place of the old one, so the right to write into the folder is what counts, and a link that
    /// leads to a file stays one.
    ///
    /// - Parameter path: The file's path, relative to the current folder.
    /// - Returns: The path.
    /// - Throws: ``CondaDependenciesError`` with the code `noSpecification`, `pythonMissing`, `cannotEdit` when the edited
    ///   text would not read back as what was edited, or `unwritableFile`; then nothing is written.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.save(path)`
    @discardableResult
    public func save(path: String) throws -> String {
        guard let document else {
            throw CondaDependenciesError(
                .noSpecification,
                "there is no conda specification to save to '\(path)'",
                hint: "add packages first, or start from CondaDependencies()"
            )
        }
        guard namesPython else {
            throw CondaDependenciesError(
                .pythonMissing,
                "the specification names no Python, so it is not saved to '\(path)'",
                hint: "call setPythonVersion(\"\(Self.defaultPythonVersion)\"), or the version that you want"
            )
        }
        let bytes: [UInt8]
        do {
            bytes = try document.verifiedBytes()
        } catch {
            throw CondaDependenciesError(error)
        }
        try replaceFile(path, with: bytes)
        return path
    }

    private func replaceFile(_ path: String, with bytes: [UInt8]) throws(CondaDependenciesError) {
        let isFolder = path.isEmpty || path.hasSuffix("/")
        do throws(FileSystemError) {
            if isFolder { throw FileSystemError(.write, path, .isNoFileName) }
            try LocalFile.replace(path: ProcessContext.current.absolutePath(path), with: bytes)
        } catch {
            throw CondaDependenciesError(
                .unwritableFile,
                "'\(path)' cannot be written: \(error.reasonText)",
                at: isFolder ? nil : SourceLocation(file: path),
                hint: error.hint ?? "give the path of a file in a folder that exists",
                underlying: error
            )
        }
    }

    /// Writes the text to a file below a folder, in one step.
    ///
    /// - Parameters:
    ///   - baseDirectory: The folder; the current one when it is empty.
    ///   - condaFilePath: The path below the folder, or an absolute path; `.azureml/conda_dependencies.yml` without one.
    /// - Returns: The path below the folder.
    /// - Throws: ``CondaDependenciesError``, as ``save(path:)``.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.save_to_file(base_directory, conda_file_path)`
    @discardableResult
    public func saveToFile(baseDirectory: String, condaFilePath: String? = nil) throws -> String {
        let relative = condaFilePath ?? ".azureml/conda_dependencies.yml"
        if baseDirectory.isEmpty || relative.hasPrefix("/") {
            try save(path: relative)
        } else {
            try save(path: baseDirectory.hasSuffix("/") ? baseDirectory + relative : "\(baseDirectory)/\(relative)")
        }
        return relative
    }
}

extension CondaDependencies {
    /// The text, byte for byte what was read, with the edits made since.
    ///
    /// - Returns: The YAML text; empty for ``empty``.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.serialize_to_string()`
    public func serializeToString() -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// The data as JSON, aliases expanded.
    ///
    /// - Returns: An object, or JSON's `null` for ``empty``.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.as_dict()`
    public func asDict() -> JSONValue {
        guard let document, let root = document.root else { return .null }
        return document.data(of: root)
    }

    /// The text as UTF-8.
    package var bytes: [UInt8] { document?.bytes ?? [] }

    /// Whether there is no specification at all.
    package var isEmpty: Bool { document == nil }
}
