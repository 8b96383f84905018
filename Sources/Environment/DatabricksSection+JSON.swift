extension DatabricksSection: JSONSection {
    static var withoutMembers: DatabricksSection { DatabricksSection() }
    static var whenNull: DatabricksSection? { withoutMembers }

    static var members: [JSONMember<DatabricksSection>] {
        [
            JSONMember("mavenLibraries", \.mavenLibraries),
            JSONMember("pypiLibraries", \.pypiLibraries),
            JSONMember("rcranLibraries", \.rcranLibraries),
            JSONMember("jarLibraries", \.jarLibraries),
            JSONMember("eggLibraries", \.eggLibraries),
        ]
    }
}
