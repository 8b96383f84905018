// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

extension ImageBuildDetails {
    @available(*, unavailable, renamed: "getLog()")
    public func get_log() async throws -> String { try await getLog() }

    @available(*, unavailable, renamed: "waitForCompletion(showOutput:)")
    public func wait_for_completion(show_output: Bool = true) async throws -> ImageBuildDetails { self }

    @available(*, unavailable, renamed: "waitForCompletion(showOutput:)")
    public func wait_for_completion(_ show_output: Bool) async throws -> ImageBuildDetails { self }
}
