extension RSection: JSONSection {
    static let withoutMembers = RSection()
    static var whenNull: RSection? { withoutMembers }

    static let members: JSONMembers<RSection> = [
        JSONMember("rVersion", \.rVersion),
        JSONMember("userManaged", \.userManaged),
        JSONMember("rscriptPath", \.rscriptPath),
        JSONMember("snapshotDate", \.snapshotDate),
        JSONMember("cranPackages", \.cranPackages),
        JSONMember("githubPackages", \.githubPackages),
        JSONMember("customUrlPackages", \.customURLPackages),
        JSONMember("bioconductorPackages", \.bioconductorPackages),
    ]
}
