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
