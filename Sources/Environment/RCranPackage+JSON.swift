extension RCranPackage: JSONSection {
    static var withoutMembers: RCranPackage { RCranPackage() }
    static var whenNull: RCranPackage? { withoutMembers }

    static var members: [JSONMember<RCranPackage>] {
        [
            JSONMember("name", \.name),
            JSONMember("version", \.version),
            JSONMember("repository", \.repository),
        ]
    }
}
