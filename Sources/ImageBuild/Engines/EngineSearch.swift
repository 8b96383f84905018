internal import AzureMLSupport
internal import AzureMLSystem

/// Finds the engine of this machine.
enum EngineSearch {
    /// Names the engine, or the path of its program.
    static let variable = "AZUREML_CONTAINER_ENGINE"
    private static let names = ["docker", "podman", "buildah"]
    /// A daemon that hangs must not make the search hang.
    private static let patience = Duration.seconds(20)

    /// The engine that the variable names; without one the first that answers, of Docker, Podman and Buildah.
    ///
    /// - Throws: ``ImageBuildError`` with the code `engineNotFound`, which says why each one does not answer.
    static func engine() async throws -> any ContainerEngine {
        let named = ProcessContext.current[variable: variable]
        if let named, kind(of: named) == nil {
            throw notFound("\(variable) is '\(named)', which is no engine that this SDK knows")
        }
        var reasons: [String] = []
        for program in named.map({ [$0] }) ?? names {
            do {
                return try await engine(program)
            } catch let refusal as EngineRefusal {
                reasons.append("\(program): \(refusal.reason)")
            }
        }
        throw notFound("no container engine answers: \(reasons.joined(separator: "; "))")
    }

    private static func notFound(_ message: String) -> ImageBuildError {
        ImageBuildError(
            .engineNotFound,
            message,
            hint: "install Docker, Podman or Buildah, start its service, or name it: \(variable)=podman"
        )
    }

    /// What a program is, by the last part of its path.
    private static func kind(of program: String) -> String? {
        let name = LocalPath.lastComponent(of: program)
        return names.first { $0 == name }
    }

    private static func engine(_ program: String) async throws -> any ContainerEngine {
        switch kind(of: program) {
        case "podman": try await podman(program)
        case "buildah": try await buildah(program)
        default: try await docker(program)
        }
    }

    private static func docker(_ program: String) async throws -> DockerEngine {
        let answer = try await ask(program, ["version", "--format", "{{json .}}"])
        guard let version = answer["Server"]["Version"].string.flatMap(EngineVersion.init(parsing:)) else {
            throw EngineRefusal(reason: "its daemon does not answer")
        }
        return DockerEngine(
            program: program,
            version: version,
            platform: platform(answer["Server"]["Os"], answer["Server"]["Arch"]),
            usesBuildKit: try await usesBuildKit(program, client: answer["Client"]["Version"])
        )
    }

    /// What `docker build` itself would take: what the variable says, else BuildKit where its client part is installed.
    private static func usesBuildKit(_ program: String, client: JSONValue) async throws -> Bool {
        switch ProcessContext.current[variable: "DOCKER_BUILDKIT"] {
        // What Docker's client takes for a no.
        case "0", "f", "F", "false", "False", "FALSE": return false
        case .some: return true
        case nil:
            guard let version = client.string.flatMap(EngineVersion.init(parsing:)), version >= EngineVersion(23) else {
                return false
            }
            return try await run(program, ["buildx", "version"]).status.isSuccess
        }
    }

    private static func podman(_ program: String) async throws -> PodmanEngine {
        let answer = try await ask(program, ["version", "--format", "json"])
        // On macOS and Windows a machine of its own does the work.
        let worker = answer["Server"].isNull ? answer["Client"] : answer["Server"]
        let parts = (worker["OsArch"].string ?? "").split(separator: "/").map { JSONValue(String($0)) }
        return PodmanEngine(
            kind: .podman,
            program: program,
            version: try version(worker["Version"]),
            platform: parts.count > 1 ? platform(parts[0], parts[1]) : ""
        )
    }

    private static func buildah(_ program: String) async throws -> PodmanEngine {
        let answer = try await ask(program, ["version", "--json"])
        return PodmanEngine(
            kind: .buildah,
            program: program,
            version: try version(answer["version"]),
            platform: answer["buildPlatform"].string ?? answer["osArch"].string ?? ""
        )
    }

    private static func platform(_ system: JSONValue, _ architecture: JSONValue) -> String {
        "\(system.string ?? "")/\(architecture.string ?? "")"
    }

    private static func version(_ json: JSONValue) throws(EngineRefusal) -> EngineVersion {
        guard let version = json.string.flatMap(EngineVersion.init(parsing:)) else {
            throw EngineRefusal(reason: "it does not say its version")
        }
        return version
    }

    private static func run(_ program: String, _ arguments: [String]) async throws -> Command.Output {
        var command = Command(program, arguments)
        command.timeLimit = patience
        do {
            return try await command.output(limit: 1 << 20)
        } catch let error as CommandError {
            throw EngineRefusal(reason: error.reasonText)
        }
    }

    private static func ask(_ program: String, _ arguments: [String]) async throws -> JSONValue {
        let output = try await run(program, arguments)
        guard let answer = try? JSONValue(parsing: output.standardOutput), output.status.isSuccess else {
            throw EngineRefusal(reason: output.complaint)
        }
        return answer
    }
}

/// Why an engine cannot be used.
private struct EngineRefusal: Error {
    let reason: String
}

extension Command.Output {
    /// What a program wrote to say what is wrong, without blank lines.
    var complaints: [String] {
        String(decoding: standardError, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }

    /// The last line of that, or how the program ended.
    var complaint: String { complaints.last ?? "it \(status)" }
}
