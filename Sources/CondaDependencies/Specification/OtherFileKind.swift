/// A file of another kind that users give in place of a conda file, recognized by the keys at its top.
enum OtherFileKind: CaseIterable {
    case buildContextV2, environmentV2, jobV2, mlflowPythonEnvironment, condaLock, condaLockInput, condaRecipe
    case v1Definition, explicitList

    /// Whether a file with these keys is of the kind. The kinds before this one were asked first.
    private func matches(_ keys: Set<String>) -> Bool {
        switch self {
        case .buildContextV2: keys.contains("build") && !keys.isDisjoint(with: Self.v2Keys)
        case .environmentV2: !keys.isDisjoint(with: ["image", "conda_file", "inference_config", "os_type"])
        case .jobV2: keys.contains("$schema") || keys.isSuperset(of: ["command", "environment"])
        case .mlflowPythonEnvironment: keys.contains("build_dependencies")
        case .condaLock: keys.isSuperset(of: ["package", "metadata"])
        case .condaLockInput: keys.contains("dependencies") && !keys.isDisjoint(with: ["platforms", "category"])
        case .condaRecipe: keys.contains("package")
        case .v1Definition: keys.isSuperset(of: ["docker", "python"])
        case .explicitList: false
        }
    }

    private static let v2Keys: Set<String> = ["$schema", "version", "tags", "description", "os_type"]

    /// The advice for a file of the kind.
    var hint: String {
        switch self {
        case .buildContextV2:
            "this is an environment file of Azure ML's SDK and CLI v2 with a build context: "
                + "use DockerBuildContext.fromLocalDirectory(path:dockerfilePath:)"
        case .environmentV2:
            "this is an environment file of Azure ML's SDK and CLI v2: give the file that its 'conda_file' names"
        case .jobV2:
            "this is a file of Azure ML's SDK and CLI v2, but not of an environment: "
                + "give the conda file of its environment"
        case .mlflowPythonEnvironment:
            "this is MLflow's python_env.yaml: give the conda.yaml beside it"
        case .condaLock:
            "this is a lock file of conda-lock: give the conda file that it was made from"
        case .condaLockInput:
            "remove 'platforms' and 'category', which only conda-lock reads"
        case .condaRecipe:
            "this is a recipe of conda-build: give a conda file that lists the packages of an environment"
        case .v1Definition:
            "this is the definition of an environment: use Environment.loadFromDirectory(path:) with its folder"
        case .explicitList:
            "this is a list of 'conda list --explicit': write a conda file with 'conda env export'"
        }
    }

    /// Recognizes a kind that is not YAML by its text; `nil` for every other text.
    init?(text: [UInt8]) {
        guard text.firstRange(of: Array("@EXPLICIT".utf8)) != nil else { return nil }
        self = .explicitList
    }

    /// Recognizes a kind by all keys at the top of a file; `nil` for a conda file or an unknown kind.
    init?(keys: [String]) {
        let keys = Set(keys)
        guard let kind = Self.allCases.first(where: { $0.matches(keys) }) else { return nil }
        self = kind
    }
}
