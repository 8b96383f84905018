extension RGitHubPackage: JSONSection {
    static let withoutMembers = RGitHubPackage()
    static var whenNull: RGitHubPackage? { withoutMembers }

    static let members: JSONMembers<RGitHubPackage> = [
        JSONMember("repository", \.repository),
        JSONMember("authToken", \.authToken),
    ]
}
