extension DockerSection: JSONSection {
    static var withoutMembers: DockerSection { DockerSection(baseImage: nil, shmSize: nil) }
    static var whenNull: DockerSection? { withoutMembers }

    static var members: [JSONMember<DockerSection>] {
        [
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
}
