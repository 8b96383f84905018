extension RegistryIdentity: JSONSection {
    static var withoutMembers: RegistryIdentity { RegistryIdentity() }
    static var whenNull: RegistryIdentity? { withoutMembers }

    static var members: [JSONMember<RegistryIdentity>] {
        [
            JSONMember("resourceId", \.resourceID),
            JSONMember("clientId", \.clientID),
        ]
    }
}
