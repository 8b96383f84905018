internal import AzureMLSupport
internal import DockerSyntax
internal import Environment

extension Environment {
    private static let baseImageLocation = SourceLocation(file: "docker.baseImage")

    /// The base image, with the registry that the definition names beside it.
    func baseImageReference() throws(ImageBuildError) -> ImageReference {
        let baseImage = docker.baseImage ?? ""
        let image = try Self.reference(baseImage)
        guard let address = docker.baseImageRegistry.address, !address.isEmpty, address != image.host else {
            return image
        }
        guard image.host == nil else {
            throw ImageBuildError(
                .registryGivenTwice,
                "the registry is given twice, in the address '\(Self.withoutCredentials(address))' "
                    + "and in the base image '\(image)'",
                at: Self.baseImageLocation,
                hint: "set env.docker.baseImageRegistry.address to nil, or leave the host out of env.docker.baseImage"
            )
        }
        return try Self.reference("\(address)/\(baseImage)")
    }

    private static func reference(_ text: String) throws(ImageBuildError) -> ImageReference {
        do {
            return try ImageReference(parsing: text)
        } catch {
            throw ImageBuildError(
                .baseImageInvalid,
                "'\(withoutCredentials(text))' is not a valid image reference: \(error.reason)",
                at: baseImageLocation,
                hint:
                    "write it as host/path:tag, such as mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20251002.v1",
                underlying: error
            )
        }
    }

    /// A text that is no reference can be an address with a password in front of its `@`.
    private static func withoutCredentials(_ text: String) -> String {
        guard let atSign = text.lastIndex(of: "@") else { return String(text.prefix(80)) }
        return "***" + text[atSign...].prefix(80)
    }
}

extension Environment {
    /// Tags that are moved on purpose, so that they stand for another image tomorrow.
    private static let movingTags: Set<String> = ["latest", "stable", "edge", "nightly", "main"]

    /// What is odd about a base image that the definition names without a digest.
    func baseImageDiagnostics(_ image: ImageReference, pinned: ImageReference) -> [Diagnostic] {
        guard image.digest == nil else { return [] }
        var diagnostics: [Diagnostic] = []
        if let tag = image.tag {
            if Self.movingTags.contains(tag) { diagnostics.append(Self.tagMoves(tag)) }
        } else {
            diagnostics.append(Self.untagged(image))
        }
        if pinned.digest == nil { diagnostics.append(Self.digestUnknown(image)) }
        return diagnostics
    }

    private static func tagMoves(_ tag: String) -> Diagnostic {
        Diagnostic(
            code: "base-image-floating",
            severity: .warning,
            message: LocalizedText(
                english: "The tag '\(tag)' moves, so Azure may rebuild whenever a new image is published.",
                japanese: "タグ「\(tag)」の指すイメージは更新されるため、新しい版が公開されるたびにリビルドされる可能性があります。"
            ),
            location: baseImageLocation,
            hint: "use a dated tag, or write the digest after the tag: @sha256:…"
        )
    }

    private static func untagged(_ image: ImageReference) -> Diagnostic {
        Diagnostic(
            code: "base-image-untagged",
            severity: .warning,
            message: LocalizedText(
                english:
                    "'\(image)' names neither a tag nor a digest, so a later build may start from a different image.",
                japanese: "「\(image)」にタグもダイジェストもないため、次回のビルドで別のイメージが使われる可能性があります。"
            ),
            location: baseImageLocation,
            hint: "add a tag, better a digest: @sha256:…"
        )
    }

    private static func digestUnknown(_ image: ImageReference) -> Diagnostic {
        let name = image.description
        return Diagnostic(
            code: "base-image-digest-unknown",
            severity: .warning,
            message: LocalizedText(
                english: "The digest of '\(name)' is not known here, so FROM names no digest, "
                    + "and the image name differs from the one that Azure would give.",
                japanese: "「\(name)」のダイジェストが不明なため、FROM にダイジェストを記載できず、"
                    + "イメージ名は Azure で付けられる名前と異なります。"
            ),
            location: baseImageLocation,
            hint: "write the digest after the tag: env.docker.baseImage = \"\(name)@sha256:…\""
        )
    }
}
