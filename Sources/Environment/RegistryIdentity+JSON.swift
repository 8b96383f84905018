extension RegistryIdentity: JSONSection {
    static let withoutMembers = RegistryIdentity()
    static var whenNull: RegistryIdentity? { withoutMembers }

    static let members: JSONMembers<RegistryIdentity> = [
        JSONMember("resourceId", \.resourceID),
        JSONMember("clientId", \.clientID),
    ]
}
