internal import AzureMLSupport

extension PodmanEngine {
    /// Finds Podman under a program's name or path.
    ///
    /// - Throws: ``EngineRefusal`` when it does not respond.
    static func findPodman(_ program: String) async throws -> PodmanEngine {
        let answer = try await EngineProbe(program: program).ask(["version", "--format", "json"])
        // On macOS and Windows, a virtual machine does the work.
        let worker = answer["Server"].isNull ? answer["Client"] : answer["Server"]
        return PodmanEngine(
            kind: .podman,
            program: program,
            version: try EngineVersion(of: worker["Version"]),
            platform: worker["OsArch"].string.flatMap(ImagePlatform.init(parsing:))
        )
    }

    /// Finds Buildah under a program's name or path.
    ///
    /// - Throws: ``EngineRefusal`` when it does not respond.
    static func findBuildah(_ program: String) async throws -> PodmanEngine {
        let answer = try await EngineProbe(program: program).ask(["version", "--json"])
        let platform = answer["buildPlatform"].string ?? answer["osArch"].string
        return PodmanEngine(
            kind: .buildah,
            program: program,
            version: try EngineVersion(of: answer["version"]),
            platform: platform.flatMap(ImagePlatform.init(parsing:))
        )
    }
}
