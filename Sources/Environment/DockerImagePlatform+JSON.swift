extension DockerImagePlatform: JSONSection {
    static var withoutMembers: DockerImagePlatform { DockerImagePlatform() }
    static var whenNull: DockerImagePlatform? { withoutMembers }

    static var members: [JSONMember<DockerImagePlatform>] {
        [
            JSONMember("os", \.os),
            JSONMember("architecture", \.architecture),
        ]
    }
}
