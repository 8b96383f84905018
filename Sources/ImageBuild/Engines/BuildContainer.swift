internal import AzureMLSupport
internal import AzureMLSystem

/// A container in which an engine does a step of a build.
struct BuildContainer: Sendable, Hashable {
    let id: String
    /// The name of the image that it began with, where the engine tells.
    let image: String
    /// The id of that image without `sha256:`, where the engine tells.
    let imageID: String
}

extension ContainerEngine {
    fileprivate func answer(to arguments: [String]) async throws -> [UInt8] {
        let output = try await command(arguments, credentials: nil).output(limit: 64 << 20)
        // A missing list is not an empty one: everything that is there later would count as left by the build.
        guard output.status.isSuccess else {
            throw ImageBuildError(.engineFailed, "\(title) cannot list its containers: \(output.complaint)")
        }
        return output.standardOutput
    }
}

extension PodmanEngine {
    func removeContainersArguments(_ ids: [String]) -> [String] {
        (kind == .podman ? ["rm", "--force"] : ["rm"]) + ids
    }

    func buildContainers() async throws -> [BuildContainer] {
        let arguments =
            kind == .podman ? ["ps", "--all", "--external", "--format", "json"] : ["containers", "--json"]
        // Without containers some versions write `null`, or nothing.
        let answer = try await answer(to: arguments)
        let list = answer.isEmpty ? [] : try JSONValue(parsing: answer).array ?? []
        return list.compactMap { json in
            // The others are containers that somebody runs.
            let isOfBuild = kind == .podman ? json["State"].string == "storage" : json["builder"].bool == true
            guard isOfBuild, let id = (kind == .podman ? json["Id"] : json["id"]).string else { return nil }
            return BuildContainer(
                id: id,
                image: (kind == .podman ? json["Image"] : json["imagename"]).string ?? "",
                imageID: (kind == .podman ? json["ImageID"] : json["imageid"]).string ?? ""
            )
        }
    }
}

extension DockerEngine {
    func removeContainersArguments(_ ids: [String]) -> [String] { ["rm", "--force"] + ids }

    /// All containers, since Docker does not tell those of builds apart. BuildKit's are not seen, and its own to remove.
    func buildContainers() async throws -> [BuildContainer] {
        if usesBuildKit { return [] }
        let lines = try await answer(to: ["ps", "--all", "--no-trunc", "--format", "{{.ID}} {{.Image}}"])
        return lines.split(separator: UInt8(ascii: "\n")).compactMap { line in
            let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            guard words.count == 2 else { return nil }
            let prefix = "sha256:"
            let imageID = words[1].hasPrefix(prefix) ? String(words[1].dropFirst(prefix.count)) : words[1]
            return BuildContainer(id: words[0], image: words[1], imageID: imageID)
        }
    }
}
