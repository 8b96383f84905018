extension JarLibrary: JSONSection {
    static let withoutMembers = JarLibrary()
    static var whenNull: JarLibrary? { withoutMembers }

    static let members: JSONMembers<JarLibrary> = [
        JSONMember("library", \.library)
    ]
}
