extension PyPiLibrary: JSONSection {
    static let withoutMembers = PyPiLibrary()
    static var whenNull: PyPiLibrary? { withoutMembers }

    static let members: JSONMembers<PyPiLibrary> = [
        JSONMember("package", \.package),
        JSONMember("repo", \.repo),
    ]
}
