extension DockerSection: JSONSection {
    static let withoutMembers = DockerSection(baseImage: nil, shmSize: nil)
    static var whenNull: DockerSection? { withoutMembers }

    static let members: JSONMembers<DockerSection> = [
        JSONMember("enabled", \.enabled),
        JSONMember("baseImage", \.storedBaseImage),
        JSONMember("baseDockerfile", \.storedBaseDockerfile),
        JSONMember("buildContext", \.storedBuildContext),
        JSONMember("sharedVolumes", \.sharedVolumes),
        JSONMember("shmSize", \.shmSize),
        JSONMember("arguments", \.arguments),
        JSONMember("baseImageRegistry", \.baseImageRegistry),
        JSONMember("platform", \.platform),
    ]
}
