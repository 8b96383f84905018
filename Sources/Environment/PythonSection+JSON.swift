internal import CondaDependencies

extension PythonSection: JSONSection {
    static let withoutMembers = PythonSection(condaDependencies: .empty)
    static var whenNull: PythonSection? { nil }

    static let members: JSONMembers<PythonSection> = [
        JSONMember("userManagedDependencies", \.userManagedDependencies),
        JSONMember("interpreterPath", \.interpreterPath),
        JSONMember("condaDependenciesFile", \.condaDependenciesFile),
        JSONMember("baseCondaEnvironment", \.baseCondaEnvironment),
        JSONMember("condaDependencies", \.condaDependencies),
    ]
}
