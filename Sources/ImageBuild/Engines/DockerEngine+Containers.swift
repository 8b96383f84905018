internal import AzureMLSupport

extension DockerEngine {
    func removeContainersArguments(_ ids: [String]) -> [String] { ["rm", "--force"] + ids }

    /// Returns all containers, since Docker does not mark those of builds. BuildKit does not show its containers, and
    /// removes them itself.
    func buildContainers() async throws -> [BuildContainer] {
        if usesBuildKit { return [] }
        let lines = try await listed(by: ["ps", "--all", "--no-trunc", "--format", "{{.ID}} {{.Image}}"])
        return lines.split(separator: UInt8(ascii: "\n")).compactMap { line in
            let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            guard words.count == 2 else { return nil }
            let prefix = "sha256:"
            let imageID = words[1].hasPrefix(prefix) ? String(words[1].dropFirst(prefix.count)) : words[1]
            return BuildContainer(id: words[0], image: words[1], imageID: imageID)
        }
    }
}
