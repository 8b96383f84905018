internal import AzureMLSupport

extension PodmanEngine {
    func removeContainersArguments(_ ids: [String]) -> [String] {
        (kind == .podman ? ["rm", "--force"] : ["rm"]) + ids
    }

    func buildContainers() async throws -> [BuildContainer] {
        let arguments =
            kind == .podman ? ["ps", "--all", "--external", "--format", "json"] : ["containers", "--json"]
        // If there are no containers, some versions write `null`, or nothing.
        let answer = try await listed(by: arguments)
        let list = answer.isEmpty ? [] : try JSONValue(parsing: answer).array ?? []
        return list.compactMap { json in
            // The other containers do not belong to builds.
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
