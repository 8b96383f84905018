/// A file of another kind that users give in place of a conda file, recognized by a key that only it has.
enum OtherFileKind: CaseIterable {
    case environmentV2, mlflowPythonEnvironment, condaLock, condaLockInput

    /// The keys that show the kind.
    private var keys: Set<String> {
        switch self {
        case .environmentV2: ["$schema", "image", "conda_file", "inference_config", "os_type"]
        case .mlflowPythonEnvironment: ["build_dependencies"]
        case .condaLock: ["package", "metadata"]
        case .condaLockInput: ["platforms", "category"]
        }
    }

    /// The advice for a file with that key.
    var hint: String {
        switch self {
        case .environmentV2:
            "this is an environment file of Azure ML's SDK and CLI v2: give the file that its 'conda_file' names"
        case .mlflowPythonEnvironment:
            "this is MLflow's python_env.yaml: give the conda.yaml beside it"
        case .condaLock:
            "this is a lock file of conda-lock: give the conda file that it was made from"
        case .condaLockInput:
            "remove the key, which only conda-lock reads"
        }
    }

    /// Recognizes a kind by one key; `nil` for any other key.
    init?(key: String) {
        guard let kind = Self.allCases.first(where: { $0.keys.contains(key) }) else { return nil }
        self = kind
    }
}
