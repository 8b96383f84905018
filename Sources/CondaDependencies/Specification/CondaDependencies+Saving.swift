public import AzureMLSupport
internal import AzureMLSystem
internal import LosslessYAML

extension CondaDependencies {
    /// Writes the text to a file atomically: the file has the old text or the new one, never a part.
    ///
    /// A new file replaces the old one, so this needs permission to write to the folder. A symlink to a file stays a
    /// symlink.
    ///
    /// - Parameter path: The file's path, relative to the working directory.
    /// - Returns: The path.
    /// - Throws: ``CondaDependenciesError`` with the code `specificationMissing`, `pythonMissing`, `editRefused` when
    ///   the edited text would not parse to the edited data, or `fileUnwritable`. Nothing is written then.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.save(path)`
    @discardableResult
    public func save(path: String) throws -> String {
        guard let document else {
            throw CondaDependenciesError(
                .specificationMissing,
                "there is no conda specification to save to '\(path)'",
                hint: "add packages first, or start from CondaDependencies()"
            )
        }
        guard namesPython else {
            throw CondaDependenciesError(
                .pythonMissing,
                "the specification does not list Python, so it is not saved to '\(path)'",
                hint: "call setPythonVersion(\"\(Self.defaultPythonVersion)\"), or use the version that you want"
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
            if isFolder { throw FileSystemError(.write, path, .isInvalidFileName) }
            try LocalFile.replace(path: ProcessContext.current.absolutePath(path), with: bytes)
        } catch {
            throw CondaDependenciesError(
                .fileUnwritable,
                "'\(path)' cannot be written: \(error.reasonText)",
                at: isFolder ? nil : SourceLocation(file: path),
                hint: error.hint ?? "give the path of a file in a folder that exists",
                underlying: error
            )
        }
    }

    /// Writes the text to a file below a folder, atomically.
    ///
    /// - Parameters:
    ///   - baseDirectory: The folder; the working directory when it is empty.
    ///   - condaFilePath: The path below the folder, or an absolute path; `.azureml/conda_dependencies.yml` by default.
    /// - Returns: The path below the folder.
    /// - Throws: ``CondaDependenciesError``, like ``save(path:)``.
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
    /// Returns the text that was read, byte for byte, with the edits made since.
    ///
    /// - Returns: The YAML text; empty for ``empty``.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.serialize_to_string()`
    public func serializeToString() -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// Returns the data as JSON, with aliases expanded.
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
