extension MavenLibrary: JSONSection {
    static let withoutMembers = MavenLibrary()
    static var whenNull: MavenLibrary? { withoutMembers }

    static let members: JSONMembers<MavenLibrary> = [
        JSONMember("coordinates", \.coordinates),
        JSONMember("repo", \.repo),
        JSONMember("exclusions", \.exclusions),
    ]
}
