extension PyPiLibrary: JSONSection {
    static var withoutMembers: PyPiLibrary { PyPiLibrary() }
    static var whenNull: PyPiLibrary? { withoutMembers }

    static var members: [JSONMember<PyPiLibrary>] {
        [
            JSONMember("package", \.package),
            JSONMember("repo", \.repo),
        ]
    }
}
