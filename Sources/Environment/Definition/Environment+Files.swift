internal import AzureMLSupport
internal import CondaDependencies

extension Environment {
    /// Reads saved files of a folder whose path messages name. A conda file takes precedence over the definition's
    /// specification, and a Dockerfile over its base image.
    init(_ files: EnvironmentFiles, folder: String) throws {
        let definitionPath = "\(folder)/\(EnvironmentFiles.definitionName)"
        try self.init(
            definition: JSONValue(parsing: files.definition, file: definitionPath),
            file: definitionPath
        )
        if let bytes = files.condaDependencies {
            let path = "\(folder)/\(EnvironmentFiles.condaDependenciesName)"
            python.condaDependencies = try CondaDependencies(parsing: bytes, file: path)
        }
        if let bytes = files.baseDockerfile, !bytes.isEmpty {
            let path = "\(folder)/\(EnvironmentFiles.baseDockerfileName)"
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw EnvironmentError(
                    .unreadable,
                    "the Dockerfile is not UTF-8",
                    at: SourceLocation(file: path),
                    hint: "save the file as UTF-8"
                )
            }
            docker.baseDockerfile = text
        }
        diagnostics = python.condaDependencies.diagnostics
        if files.condaDependencies == nil, namesNoSpecification {
            diagnostics.append(Self.condaFileMissing(folder))
        }
    }

    /// Whether conda is to make the environment, from nothing.
    private var namesNoSpecification: Bool {
        !python.userManagedDependencies && python.condaDependencies.isEmpty && docker.buildContext == nil
    }

    private static func condaFileMissing(_ folder: String) -> Diagnostic {
        let path = "\(folder)/\(EnvironmentFiles.condaDependenciesName)"
        return Diagnostic(
            code: "conda-file-missing",
            severity: .warning,
            message: LocalizedText(
                english:
                    "Neither the definition nor a file '\(path)' holds a conda specification, so the environment has "
                    + "no packages.",
                japanese: "conda の仕様が定義にもファイル「\(path)」にもないため、この環境にはパッケージが 1 つも含まれません。"
            ),
            location: SourceLocation(file: path),
            hint: "put the file back, or set userManagedDependencies if the image brings its packages"
        )
    }
}
