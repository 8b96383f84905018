extension RGitHubPackage: JSONSection {
    static var withoutMembers: RGitHubPackage { RGitHubPackage() }
    static var whenNull: RGitHubPackage? { withoutMembers }

    static var members: [JSONMember<RGitHubPackage>] {
        [
            JSONMember("repository", \.repository),
            JSONMember("authToken", \.authToken),
        ]
    }
}
