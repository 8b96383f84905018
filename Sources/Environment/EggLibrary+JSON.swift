extension EggLibrary: JSONSection {
    static var withoutMembers: EggLibrary { EggLibrary() }
    static var whenNull: EggLibrary? { withoutMembers }

    static var members: [JSONMember<EggLibrary>] {
        [
            JSONMember("library", \.library)
        ]
    }
}
