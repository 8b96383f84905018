import AzureMLCore
import Foundation

extension PortedScript {
    /// Scripts that read, change and save specifications.
    static let specificationScripts: [PortedScript] = [
        PortedScript(name: "private_wheel", source: "IBM mlapp, environment setup") { inputs in
            let requirements = "requirements.txt"
            var env = try Environment.fromPipRequirements(name: "mlapp", filePath: requirements)
            env.docker.enabled = true
            env.python.userManagedDependencies = false
            let path = "mlapp-2.0.0-py3-none-any.whl"
            let wheel = try await Environment.addPrivatePipWheel(workspace: inputs.workspace, filePath: path)
            try env.python.condaDependencies.addPipPackage(wheel)
            _ = try await env.register(workspace: inputs.workspace)
            for (name, env) in try await Environment.list(workspace: inputs.workspace) where name.hasPrefix("mlapp") {
                print("packages", env.python.condaDependencies.serializeToString())
            }
            return [env]
        },
        PortedScript(name: "saved_folder", source: "AzureDebugRelay, sample") { inputs in
            let loaded = try Environment.loadFromDirectory(path: "saved")
            var edited = loaded
            edited.name = "debug"
            try edited.python.condaDependencies.addPipPackage("azure-debug-relay")
            try edited.saveToDirectory(path: "edited", overwrite: true)
            return [loaded, try Environment.loadFromDirectory(path: "edited")]
        },
        PortedScript(name: "conda_file", source: "hi-ml, create_python_environment") { inputs in
            let file = "environment.yml"
            var conda = try CondaDependencies(condaDependenciesFilePath: file)
            try conda.addPipPackage("hi-ml-azure==0.2.0")
            try conda.setPipOption("--extra-index-url https://example.org/private/simple")
            guard let python = conda.getPythonVersion() else { return [] }
            print("Python", python)
            var env = Environment(name: "HealthML")
            env.python.condaDependencies = conda
            env.docker.baseImage = "mcr.microsoft.com/azureml/openmpi4.1.0-cuda11.3-cudnn8-ubuntu20.04"
            env.environmentVariables = [
                "AZUREML_OUTPUT_UPLOAD_TIMEOUT_SEC": "36000", "MKL_SERVICE_FORCE_INTEL": "1",
            ]
            if (try? await Environment.get(workspace: inputs.workspace, name: env.name, version: "a1")) == nil {
                env.version = "a1"
                _ = try await env.register(workspace: inputs.workspace)
            }
            return [env]
        },
        PortedScript(name: "create_calls", source: "MachineLearningNotebooks, all 25 calls of create") { inputs in
            let calls = try JSONValue(parsing: Array(Data(contentsOf: files.appending(path: "create_calls.json"))))
            return try (calls.array ?? []).enumerated().map { number, call in
                var env = Environment(name: "create\(number)")
                env.python.condaDependencies = try CondaDependencies.create(
                    pipPackages: call["pip_packages"].array?.compactMap(\.string),
                    condaPackages: call["conda_packages"].array?.compactMap(\.string),
                    pythonVersion: call["python_version"].string ?? "3.10.18",
                    pinSDKVersion: call["pin_sdk_version"].bool ?? false,
                    pipOptions: inputs.sdkPipOptions
                )
                return env
            }
        },
    ]
}
