extension JarLibrary: JSONSection {
    static var withoutMembers: JarLibrary { JarLibrary() }
    static var whenNull: JarLibrary? { withoutMembers }

    static var members: [JSONMember<JarLibrary>] {
        [
            JSONMember("library", \.library)
        ]
    }
}
