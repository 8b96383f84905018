extension RCranLibrary: JSONSection {
    static var withoutMembers: RCranLibrary { RCranLibrary() }
    static var whenNull: RCranLibrary? { withoutMembers }

    static var members: [JSONMember<RCranLibrary>] {
        [
            JSONMember("package", \.package),
            JSONMember("repo", \.repo),
        ]
    }
}
