extension RCranPackage: JSONSection {
    static let withoutMembers = RCranPackage()
    static var whenNull: RCranPackage? { withoutMembers }

    static let members: JSONMembers<RCranPackage> = [
        JSONMember("name", \.name),
        JSONMember("version", \.version),
        JSONMember("repository", \.repository),
    ]
}
