extension SparkPackage: JSONSection {
    static let withoutMembers = SparkPackage()
    static var whenNull: SparkPackage? { withoutMembers }

    static let members: JSONMembers<SparkPackage> = [
        JSONMember("group", \.group),
        JSONMember("artifact", \.artifact),
        JSONMember("version", \.version),
    ]
}
