internal import AzureMLSupport

extension DockerBuildContext: JSONSection {
    static let withoutMembers = DockerBuildContext()
    static var whenNull: DockerBuildContext? { withoutMembers }

    static let members: JSONMembers<DockerBuildContext> = [
        JSONMember("locationType", \.locationType),
        JSONMember("location", \.location),
        JSONMember("dockerfilePath", \.dockerfilePath),
    ]
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
