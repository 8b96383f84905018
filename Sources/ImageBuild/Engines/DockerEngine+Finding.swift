internal import AzureMLSupport
internal import AzureMLSystem

extension DockerEngine {
    /// Finds Docker under a program's name or path.
    ///
    /// - Throws: ``EngineRefusal`` when it does not respond.
    static func find(_ program: String) async throws -> DockerEngine {
        let probe = EngineProbe(program: program)
        let answer = try await probe.ask(["version", "--format", "{{json .}}"])
        let server = answer["Server"]
        guard let version = server["Version"].string.flatMap(EngineVersion.init(parsing:)) else {
            throw EngineRefusal(reason: "its daemon does not respond")
        }
        return DockerEngine(
            program: program,
            version: version,
            platform: ImagePlatform(os: server["Os"].string, architecture: server["Arch"].string),
            usesBuildKit: try await usesBuildKit(probe, client: answer["Client"]["Version"])
        )
    }

    /// Whether `docker build` itself would use BuildKit: the variable decides; without it, a client of version 23 or
    /// later that has its plugin.
    private static func usesBuildKit(_ probe: EngineProbe, client: JSONValue) async throws -> Bool {
        switch ProcessContext.current[variable: "DOCKER_BUILDKIT"] {
        // The values that Docker's client reads as false.
        case "0", "f", "F", "false", "False", "FALSE": return false
        case .some: return true
        case nil:
            guard let version = client.string.flatMap(EngineVersion.init(parsing:)), version >= EngineVersion(23) else {
                return false
            }
            return try await probe.run(["buildx", "version"]).status.isSuccess
        }
    }
}
