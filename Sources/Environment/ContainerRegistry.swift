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
