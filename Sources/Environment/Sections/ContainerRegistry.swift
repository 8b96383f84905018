public import AzureMLSupport

/// A container registry, and how to sign in to it.
///
/// > Python: `azureml.core.container_registry.ContainerRegistry`
public struct ContainerRegistry: Sendable, Equatable {
    /// The registry's host name, such as `my.azurecr.io`.
    ///
    /// > Python: `azureml.core.container_registry.ContainerRegistry.address`
    public var address: String?
    /// The user name.
    ///
    /// > Python: `azureml.core.container_registry.ContainerRegistry.username`
    public var username: String?
    /// The password. A workspace stores a reference to it, never its value.
    ///
    /// > Python: `azureml.core.container_registry.ContainerRegistry.password`
    public var password: Secret?
    /// The managed identity; `nil` when user name and password are used.
    ///
    /// > Python: `azureml.core.container_registry.ContainerRegistry.registry_identity`
    public var registryIdentity: RegistryIdentity?
    var remainder = JSONRemainder()

    /// Makes a registry.
    public init(
        address: String? = nil,
        username: String? = nil,
        password: Secret? = nil,
        registryIdentity: RegistryIdentity? = nil
    ) {
        self.address = address
        self.username = username
        self.password = password
        self.registryIdentity = registryIdentity
    }
}

extension ContainerRegistry: JSONSection {
    static let empty = ContainerRegistry()
    static var valueForNull: ContainerRegistry? { empty }

    static let members: JSONMembers<ContainerRegistry> = [
        JSONMember("address", \.address),
        JSONMember("username", \.username),
        JSONMember("password", \.password),
        JSONMember("registryIdentity", \.registryIdentity),
    ]
}

/// The managed identity that signs in to a registry.
///
/// > Python: `azureml.core.container_registry.RegistryIdentity`
public struct RegistryIdentity: Sendable, Equatable {
    /// The identity's resource id.
    ///
    /// > Python: `azureml.core.container_registry.RegistryIdentity.resource_id`
    public var resourceID: String?
    /// The identity's client id.
    ///
    /// > Python: `azureml.core.container_registry.RegistryIdentity.client_id`
    public var clientID: String?
    var remainder = JSONRemainder()

    /// Makes an identity.
    public init(resourceID: String? = nil, clientID: String? = nil) {
        self.resourceID = resourceID
        self.clientID = clientID
    }
}

extension RegistryIdentity: JSONSection {
    static let empty = RegistryIdentity()
    static var valueForNull: RegistryIdentity? { empty }

    static let members: JSONMembers<RegistryIdentity> = [
        JSONMember("resourceId", \.resourceID),
        JSONMember("clientId", \.clientID),
    ]
}

extension ContainerRegistry: CustomStringConvertible, CustomReflectable {
    /// The JSON form, with sorted members and masked secrets.
    public var description: String { withMaskedAddress.maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }

    /// A copy with the credentials in the address masked.
    var withMaskedAddress: ContainerRegistry {
        var masked = self
        masked.address = address?.maskingImageCredentials
        return masked
    }
}

extension RegistryIdentity: CustomStringConvertible, CustomReflectable {
    /// The JSON form, with sorted members and masked secrets.
    public var description: String { maskedText }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
