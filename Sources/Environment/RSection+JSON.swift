extension RSection: JSONSection {
    static var withoutMembers: RSection { RSection() }
    static var whenNull: RSection? { withoutMembers }

    static var members: [JSONMember<RSection>] {
        [
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
}
