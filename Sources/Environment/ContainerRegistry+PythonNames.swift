// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

extension ContainerRegistry {
    @available(*, unavailable, renamed: "registryIdentity")
    public var registry_identity: RegistryIdentity? {
        get { registryIdentity }
        set { registryIdentity = newValue }
    }
}
