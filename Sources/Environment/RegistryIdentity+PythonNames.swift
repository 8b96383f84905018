// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

extension RegistryIdentity {
    @available(*, unavailable, renamed: "resourceID")
    public var resource_id: String? {
        get { resourceID }
        set { resourceID = newValue }
    }

    @available(*, unavailable, renamed: "clientID")
    public var client_id: String? {
        get { clientID }
        set { clientID = newValue }
    }
}
