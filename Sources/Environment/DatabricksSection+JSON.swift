extension DatabricksSection: JSONSection {
    static let withoutMembers = DatabricksSection()
    static var whenNull: DatabricksSection? { withoutMembers }

    static let members: JSONMembers<DatabricksSection> = [
        JSONMember("mavenLibraries", \.mavenLibraries),
        JSONMember("pypiLibraries", \.pypiLibraries),
        JSONMember("rcranLibraries", \.rcranLibraries),
        JSONMember("jarLibraries", \.jarLibraries),
        JSONMember("eggLibraries", \.eggLibraries),
    ]
}
