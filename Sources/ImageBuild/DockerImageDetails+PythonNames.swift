// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

extension DockerImageDetails {
    @available(*, unavailable, renamed: "imageExist")
    public var image_exist: Bool { imageExist }

    @available(*, unavailable, renamed: "interpreterPath")
    public var interpreter_path: String? { interpreterPath }

    @available(*, unavailable, renamed: "environmentPath")
    public var environment_path: String? { environmentPath }
}
