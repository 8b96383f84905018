import AzureMLSupport
import AzureMLSystem
import CondaDependencies
import Foundation
import TestSupport
import Testing

@testable import Environment

/// Runs a shell script that answers as conda does and records its arguments.
@Suite struct ExistingCondaTests {
    private static let exported = """
        name: mine
        channels:
          - conda-forge
        dependencies:
          - python=3.11.5
          - pip:
              - numpy==1.26.0
        prefix: /opt/conda/envs/mine

        """

    private func environment(
        named condaName: String,
        in folder: ScratchFolder,
        script: String? = nil,
        variables: [String: String] = [:]
    ) async throws -> Environment {
        if let script {
            let path = try folder.write("conda", "#!/bin/sh\necho \"$@\" >>\"${0%/*}/asked\"\n\(script)\n")
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }
        let path = folder.path
        let context = ProcessContext(
            variables: ["PATH": "\(path):/usr/bin:/bin"].merging(variables) { $1 },
            homeDirectory: "/",
            currentDirectory: "/"
        )
        return try await ProcessContext.$injected.withValue(context) {
            try await Environment.fromExistingCondaEnvironment(name: "env", condaEnvironmentName: condaName)
        }
    }

    private func script(_ yaml: String = exported) -> String {
        """
        case $2 in
        list) echo '{"envs": ["/opt/conda", "/opt/conda/envs/mine", "/opt/conda/envs/other one"]}' ;;
        export) cat <<'YAML'
        \(yaml)YAML
        ;;
        esac
        """
    }

    @Test func `the specification is what conda exports, byte for byte`() async throws {
        let folder = try ScratchFolder()
        let environment = try await environment(named: "mine", in: folder, script: script())
        #expect(environment.name == "env")
        #expect(environment.python.condaDependencies.serializeToString() == Self.exported)
        let asked = try folder.read("asked")
        #expect(asked == "env list --json\nenv export --no-builds --name mine\n")
    }

    @Test(arguments: ["base", "other one", "conda"])
    func `the root environment and names with spaces are found`(name: String) async throws {
        let folder = try ScratchFolder()
        let environment = try await environment(named: name, in: folder, script: script())
        #expect(environment.python.condaDependencies.getPythonVersion() == "3.11.5")
    }

    @Test func `an export without Python gets azureml-core's Python version`() async throws {
        let folder = try ScratchFolder()
        let environment = try await environment(named: "mine", in: folder, script: script("dependencies:\n- numpy\n"))
        #expect(environment.python.condaDependencies.serializeToString().hasSuffix("- numpy\n- python=3.10.18\n"))
        #expect(environment.diagnostics.map(\.location?.file).contains("conda env export --name mine"))
    }

    @Test(arguments: ["none", "", "--help", "envs/mine", "MINE"])
    func `a conda environment that does not exist is an error, and is not exported`(name: String) async throws {
        let folder = try ScratchFolder()
        let error = await failure { try await environment(named: name, in: folder, script: script()) }
        #expect(error?.code == .condaFailed)
        #expect(error?.hint == "choose one of these: base, conda, mine, other one")
        #expect(try folder.read("asked") == "env list --json\n")
    }

    @Test func `the error says if there is no conda`() async throws {
        let folder = try ScratchFolder()
        let error = await failure { try await environment(named: "mine", in: folder, variables: ["PATH": "/nowhere"]) }
        #expect(error?.code == .condaFailed)
        #expect(error?.message == "conda cannot be run: there is no such program")
        #expect(error?.hint?.contains("install conda") == true)
    }

    @Test func `CONDA_EXE names the program if conda is a shell function`() async throws {
        let folder = try ScratchFolder()
        let variables = ["PATH": "/usr/bin:/bin", "CONDA_EXE": "\(folder.path)/conda"]
        let environment = try await environment(named: "mine", in: folder, script: script(), variables: variables)
        #expect(environment.python.condaDependencies.getPythonVersion() == "3.11.5")
    }

    @Test func `conda's error output is shown, without passwords`() async throws {
        let folder = try ScratchFolder()
        let script = "echo 'cannot reach https://user:canary@host/channel' >&2; exit 1"
        let error = await failure { try await environment(named: "mine", in: folder, script: script) }
        #expect(error?.code == .condaFailed)
        #expect(error?.message.contains("cannot reach https://****:******@host/channel") == true)
    }

    @Test func `output that is not JSON or not a specification is an error`() async throws {
        let folder = try ScratchFolder()
        await #expect(throws: JSONError.self) {
            try await environment(named: "mine", in: folder, script: "echo Hello")
        }
        await #expect(throws: CondaDependenciesError.self) {
            try await environment(named: "mine", in: folder, script: script("- a\n"))
        }
    }

    private func failure(_ work: () async throws -> Environment) async -> EnvironmentError? {
        do {
            _ = try await work()
            return nil
        } catch {
            return error as? EnvironmentError
        }
    }
}
