internal import AzureMLSupport

/// A folder of files, with a Dockerfile in it, that an image is built from.
///
/// > Python: `azureml.core.environment.DockerBuildContext`
public struct DockerBuildContext: Sendable, Equatable {
    /// Where a build context is kept.
    ///
    /// > Python: `azureml.core.environment.DockerBuildContext.LocationType`
    public enum LocationType: String, Sendable, Hashable {
        /// A Git repository: `https://host/owner/repository.git#branch:folder`.
        case git
        /// A folder in a storage account.
        case storageAccount
    }

    /// Where the folder is kept.
    ///
    /// > Python: `azureml.core.environment.DockerBuildContext.location_type`
    public var locationType: LocationType?
    /// The folder's address.
    ///
    /// > Python: `azureml.core.environment.DockerBuildContext.location`
    public var location: String?
    /// The Dockerfile's path, relative to the folder.
    ///
    /// > Python: `azureml.core.environment.DockerBuildContext.dockerfile_path`
    public var dockerfilePath: String
    var remainder = JSONRemainder()

    /// Makes a build context.
    ///
    /// > Python: `azureml.core.environment.DockerBuildContext(location_type, location, dockerfile_path)`
    ///
    /// - Parameters:
    ///   - locationType: Where the folder is kept; `nil` for a folder of this machine.
    ///   - location: Its address; for a folder of this machine its path, relative to the current folder.
    ///   - dockerfilePath: The Dockerfile's path, relative to the folder; empty for `Dockerfile`.
    public init(locationType: LocationType? = nil, location: String? = nil, dockerfilePath: String = "Dockerfile") {
        self.locationType = locationType
        self.location = location
        self.dockerfilePath = dockerfilePath.isEmpty ? "Dockerfile" : dockerfilePath
    }
}

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

extension DockerBuildContext: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}
