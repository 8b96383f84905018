extension DockerImagePlatform: JSONSection {
    static let withoutMembers = DockerImagePlatform()
    static var whenNull: DockerImagePlatform? { withoutMembers }

    static let members: JSONMembers<DockerImagePlatform> = [
        JSONMember("os", \.os),
        JSONMember("architecture", \.architecture),
    ]
}
