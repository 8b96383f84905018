import AzureMLCore
import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing

@Suite struct PortedScriptsTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        try scratch.copy(from: PortedScript.files.path, to: "project")
        // Only their names and hashes matter.
        try scratch.write("project/mlapp-2.0.0-py3-none-any.whl", "a wheel")
        try scratch.write("project/mev-competition-0.1.9.tar.gz", "a source distribution")
    }

    /// Runs a script in the folder of its files, and returns its environments.
    private func environments(
        of script: PortedScript,
        in workspace: Workspace,
        sdkPipOptions: [String] = []
    ) async throws -> [Environment] {
        try await ProcessContext.$injected.withValue(scratch.context()) {
            let inputs = PortedScript.Inputs(workspace: workspace, sdkPipOptions: sdkPipOptions)
            return try await script.environments(inputs)
        }
    }

    private func workspace(of script: PortedScript) async throws -> Workspace {
        try await Workspace.create(name: script.name, directory: "\(scratch.path)/\(script.name)")
    }

    @Test(arguments: PortedScript.all)
    func `each script runs, and its environments can be registered and read back`(script: PortedScript) async throws {
        let workspace = try await workspace(of: script)
        let made = try await environments(of: script, in: workspace)
        #expect(!made.isEmpty)
        for environment in made {
            let registered = try await environment.register(workspace: workspace)
            #expect(registered.version == environment.version ?? "1")
            let read = try await Environment.get(workspace: workspace, name: environment.name)
            #expect(read == registered)
        }
    }

    @Test(.enabled(if: ReferencePython.azuremlCore.isAvailable))
    func `each script makes the environments that azureml-core makes`() async throws {
        let output = try await ReferencePython.azuremlCore.output(of: "ported_scripts.py", ["\(scratch.path)/project"])
        let reference = try JSONValue(parsing: output)
        let options = reference["options"].array?.compactMap(\.string) ?? []
        #expect(options.count == 2)
        #expect(reference["scripts"].object?.names == PortedScript.all.map(\.name))
        var compared = 0
        for script in PortedScript.all {
            let expected = reference["scripts"][script.name].array ?? []
            let workspace = try await workspace(of: script)
            let made = try await environments(of: script, in: workspace, sdkPipOptions: options)
            try #require(made.count == expected.count, "\(script)")
            for (environment, expected) in zip(made, expected) {
                #expect(environment.asDict().pythonText() == expected["definition"].pythonText(), "\(script)")
                let conda = environment.python.condaDependencies
                #expect(
                    conda == .empty ? expected["name"] == .null : try conda.environmentName == expected["name"].string
                )
                compared += 1
            }
        }
        print("compared \(compared) environments with azureml-core")
    }
}
