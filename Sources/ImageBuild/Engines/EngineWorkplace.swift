internal import AzureMLSupport
internal import AzureMLSystem

/// A container that an engine made to do a step of a build in.
struct EngineWorkplace: Sendable, Hashable {
    let id: String
    /// The name of the image that it began with, where the engine tells.
    let image: String
    /// The id of that image without `sha256:`, where the engine tells.
    let imageID: String
}

extension ContainerEngine {
    /// The workplaces of all builds; with Docker, whose builds are not told apart, all containers.
    func workplaces() async throws -> [EngineWorkplace] {
        switch self {
        case let podman as PodmanEngine: try await podman.listedWorkplaces()
        case let docker as DockerEngine where !docker.usesBuildKit: try await docker.listedContainers()
        // BuildKit's are no containers that anybody sees, and its own to remove.
        default: []
        }
    }

    fileprivate func answer(to arguments: [String]) async throws -> [UInt8] {
        let output = try await command(arguments, credentials: nil).output(limit: 64 << 20)
        // No list is not an empty one: whatever is there later would count as left by the build.
        guard output.status.isSuccess else {
            throw ImageBuildError(.engineFailed, "\(title) cannot list its containers: \(output.complaint)")
        }
        return output.standardOutput
    }
}

extension PodmanEngine {
    fileprivate func listedWorkplaces() async throws -> [EngineWorkplace] {
        let arguments =
            kind == .podman ? ["ps", "--all", "--external", "--format", "json"] : ["containers", "--json"]
        // Without containers some versions write `null`, or nothing.
        let answer = try await answer(to: arguments)
        let list = answer.isEmpty ? [] : try JSONValue(parsing: answer).array ?? []
        return list.compactMap { json in
            // Others are containers that somebody runs.
            let isWorkplace = kind == .podman ? json["State"].string == "storage" : json["builder"].bool == true
            guard isWorkplace, let id = (kind == .podman ? json["Id"] : json["id"]).string else { return nil }
            return EngineWorkplace(
                id: id,
                image: (kind == .podman ? json["Image"] : json["imagename"]).string ?? "",
                imageID: (kind == .podman ? json["ImageID"] : json["imageid"]).string ?? ""
            )
        }
    }
}

extension DockerEngine {
    fileprivate func listedContainers() async throws -> [EngineWorkplace] {
        let lines = try await answer(to: ["ps", "--all", "--no-trunc", "--format", "{{.ID}} {{.Image}}"])
        return lines.split(separator: UInt8(ascii: "\n")).compactMap { line in
            let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            guard words.count == 2 else { return nil }
            let prefix = "sha256:"
            let imageID = words[1].hasPrefix(prefix) ? String(words[1].dropFirst(prefix.count)) : words[1]
            return EngineWorkplace(id: words[0], image: words[1], imageID: imageID)
        }
    }
}
