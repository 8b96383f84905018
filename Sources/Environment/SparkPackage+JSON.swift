extension SparkPackage: JSONSection {
    static var withoutMembers: SparkPackage { SparkPackage() }
    static var whenNull: SparkPackage? { withoutMembers }

    static var members: [JSONMember<SparkPackage>] {
        [
            JSONMember("group", \.group),
            JSONMember("artifact", \.artifact),
            JSONMember("version", \.version),
        ]
    }
}
