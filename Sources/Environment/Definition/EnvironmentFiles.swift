internal import AzureMLSupport
internal import CondaDependencies

/// The files of a saved environment, as azureml-core's `save_to_directory` makes them.
struct EnvironmentFiles: Equatable, Sendable {
    static let definitionName = "azureml_environment.json"
    static let condaDependenciesName = "conda_dependencies.yml"
    static let baseDockerfileName = "BaseDockerfile"
    /// The user's own conda specification, kept by a workspace when the mutated one differs.
    static let originalCondaDependenciesName = "original_conda_dependencies.yml"
    static let names = [definitionName, condaDependenciesName, baseDockerfileName]

    var definition: [UInt8]
    /// `nil` when there is no conda specification.
    var condaDependencies: [UInt8]?
    /// `nil` when there is no base Dockerfile.
    var baseDockerfile: [UInt8]?

    /// The files that exist, by name.
    var contents: [(name: String, bytes: [UInt8])] {
        let all = [
            (Self.definitionName, definition),
            (Self.condaDependenciesName, condaDependencies),
            (Self.baseDockerfileName, baseDockerfile),
        ]
        return all.compactMap { name, bytes in bytes.map { (name: name, bytes: $0) } }
    }
}

extension EnvironmentFiles {
    /// Takes out of the definition what lies in files of its own, and members that are to be left out.
    init(_ environment: Environment, secrets: SecretTreatment, leavingOut omitted: [String] = []) {
        let conda = environment.python.condaDependencies
        if !conda.isEmpty { condaDependencies = conda.bytes }
        var json = environment.withoutCondaDependencies.json(secrets: secrets)?.object ?? JSONObject()
        for name in omitted { json[name] = nil }
        // azureml-core keeps an empty one in the definition.
        if let dockerfile = environment.docker.baseDockerfile, !dockerfile.isEmpty {
            baseDockerfile = Array(dockerfile.utf8)
            json.remove("baseDockerfile", from: "docker")
        }
        definition = JSONValue(json).pythonBytes(indent: 4)
    }
}

extension JSONObject {
    fileprivate mutating func remove(_ name: String, from section: String) {
        guard var object = self[section]?.object else { return }
        object[name] = nil
        self[section] = JSONValue(object)
    }
}

extension Environment {
    /// Reads saved files of a folder whose path messages name. A conda file goes before a specification in the
    /// definition, a Dockerfile before a base image.
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
