extension EggLibrary: JSONSection {
    static let withoutMembers = EggLibrary()
    static var whenNull: EggLibrary? { withoutMembers }

    static let members: JSONMembers<EggLibrary> = [
        JSONMember("library", \.library)
    ]
}
