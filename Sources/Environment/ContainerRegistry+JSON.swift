extension ContainerRegistry: JSONSection {
    static let withoutMembers = ContainerRegistry()
    static var whenNull: ContainerRegistry? { withoutMembers }

    static let members: JSONMembers<ContainerRegistry> = [
        JSONMember("address", \.address),
        JSONMember("username", \.username),
        JSONMember("password", \.password),
        JSONMember("registryIdentity", \.registryIdentity),
    ]
}
