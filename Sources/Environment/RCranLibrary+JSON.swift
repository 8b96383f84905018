extension RCranLibrary: JSONSection {
    static let withoutMembers = RCranLibrary()
    static var whenNull: RCranLibrary? { withoutMembers }

    static let members: JSONMembers<RCranLibrary> = [
        JSONMember("package", \.package),
        JSONMember("repo", \.repo),
    ]
}
