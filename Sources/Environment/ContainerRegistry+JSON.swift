extension ContainerRegistry: JSONSection {
    static var withoutMembers: ContainerRegistry { ContainerRegistry() }
    static var whenNull: ContainerRegistry? { withoutMembers }

    static var members: [JSONMember<ContainerRegistry>] {
        [
            JSONMember("address", \.address),
            JSONMember("username", \.username),
            JSONMember("password", \.password),
            JSONMember("registryIdentity", \.registryIdentity),
        ]
    }
}
