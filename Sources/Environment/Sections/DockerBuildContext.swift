internal import AzureMLSupport

/// A build context: a folder with a Dockerfile and other files that an image is built from.
///
/// > Python: `azureml.core.environment.DockerBuildContext`
public struct DockerBuildContext: Sendable, Equatable {
    /// The kind of place where a build context is stored.
    ///
    /// > Python: `azureml.core.environment.DockerBuildContext.LocationType`
    public enum LocationType: String, Sendable, Hashable {
        /// A Git repository: `https://host/owner/repository.git#branch:folder`.
        case git
        /// A folder in a storage account.
        case storageAccount
    }

    /// The kind of place where the folder is stored; `nil` for a folder on this machine.
    ///
    /// > Python: `azureml.core.environment.DockerBuildContext.location_type`
    public var locationType: LocationType?
    /// The folder's URL, or its path if it is on this machine.
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
    ///   - locationType: The kind of place where the folder is stored; `nil` for a folder on this machine.
    ///   - location: The folder's URL; for a folder on this machine, its path, relative to the working directory.
    ///   - dockerfilePath: The Dockerfile's path, relative to the folder; empty for `Dockerfile`.
    public init(locationType: LocationType? = nil, location: String? = nil, dockerfilePath: String = "Dockerfile") {
        self.locationType = locationType
        self.location = location
        self.dockerfilePath = dockerfilePath.isEmpty ? "Dockerfile" : dockerfilePath
    }
}

extension DockerBuildContext: JSONSection {
    static let empty = DockerBuildContext()
    static var valueForNull: DockerBuildContext? { empty }

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

    static var valueForNull: Self? { nil }
    static var expectation: String { "'git' or 'storageAccount'" }
    func json(secrets: SecretTreatment) -> JSONValue? { JSONValue(rawValue) }
}

extension DockerBuildContext: CustomStringConvertible, CustomReflectable {
    /// The JSON form, with sorted members and masked secrets.
    public var description: String { maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
