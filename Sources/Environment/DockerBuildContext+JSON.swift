internal import AzureMLSupport

extension DockerBuildContext: JSONSection {
    static var withoutMembers: DockerBuildContext { DockerBuildContext() }
    static var whenNull: DockerBuildContext? { withoutMembers }

    static var members: [JSONMember<DockerBuildContext>] {
        [
            JSONMember("locationType", \.locationType),
            JSONMember("location", \.location),
            JSONMember("dockerfilePath", \.dockerfilePath),
        ]
    }
}

extension DockerBuildContext.LocationType: JSONMemberValue {
    init(json: JSONValue) throws(JSONMismatch) {
        guard let text = json.string, let type = Self(rawValue: text) else {
            throw JSONMismatch(expected: Self.expectation, found: json)
        }
        self = type
    }

    static var whenNull: Self? { nil }
    static var expectation: String { "'git' or 'storageAccount'" }
    func json(secrets: SecretTreatment) -> JSONValue? { JSONValue(rawValue) }
}
