internal import CondaDependencies

extension PythonSection: JSONSection {
    static var withoutMembers: PythonSection { PythonSection(condaDependencies: .empty) }
    static var whenNull: PythonSection? { nil }

    static var members: [JSONMember<PythonSection>] {
        [
            JSONMember("userManagedDependencies", \.userManagedDependencies),
            JSONMember("interpreterPath", \.interpreterPath),
            JSONMember("condaDependenciesFile", \.condaDependenciesFile),
            JSONMember("baseCondaEnvironment", \.baseCondaEnvironment),
            JSONMember("condaDependencies", \.condaDependencies),
        ]
    }
}
