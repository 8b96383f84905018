extension SparkSection: JSONSection {
    static var withoutMembers: SparkSection { SparkSection() }
    static var whenNull: SparkSection? { withoutMembers }

    static var members: [JSONMember<SparkSection>] {
        [
            JSONMember("repositories", \.repositories),
            JSONMember("packages", \.packages),
            JSONMember("precachePackages", \.precachePackages),
        ]
    }
}
