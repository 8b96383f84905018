extension SparkSection: JSONSection {
    static let withoutMembers = SparkSection()
    static var whenNull: SparkSection? { withoutMembers }

    static let members: JSONMembers<SparkSection> = [
        JSONMember("repositories", \.repositories),
        JSONMember("packages", \.packages),
        JSONMember("precachePackages", \.precachePackages),
    ]
}
