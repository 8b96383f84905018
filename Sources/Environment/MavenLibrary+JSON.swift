extension MavenLibrary: JSONSection {
    static var withoutMembers: MavenLibrary { MavenLibrary() }
    static var whenNull: MavenLibrary? { withoutMembers }

    static var members: [JSONMember<MavenLibrary>] {
        [
            JSONMember("coordinates", \.coordinates),
            JSONMember("repo", \.repo),
            JSONMember("exclusions", \.exclusions),
        ]
    }
}
