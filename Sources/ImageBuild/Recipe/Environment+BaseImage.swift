internal import AzureMLSupport
internal import DockerSyntax
internal import Environment

extension Environment {
    private static let baseImageLocation = SourceLocation(file: "docker.baseImage")

    /// Returns the base image, with the registry that the definition names separately.
    func baseImageReference() throws(ImageBuildError) -> ImageReference {
        let baseImage = docker.baseImage ?? ""
        let image = try Self.reference(baseImage)
        guard let address = docker.baseImageRegistry.address, !address.isEmpty, address != image.host else {
            return image
        }
        guard image.host == nil else {
            throw ImageBuildError(
                .registryGivenTwice,
                "the registry is given twice, in the address '\(Self.quoted(address))' "
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
                "'\(quoted(text))' is not a valid image reference: \(error.reason)",
                at: baseImageLocation,
                hint:
                    "write it as host/path:tag, such as mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20251002.v1",
                underlying: error
            )
        }
    }

    /// The start of a text that is not a reference, with credentials masked. They are masked before it is cut, because
    /// the rest of a cut address is not recognized as one.
    private static func quoted(_ text: String) -> String {
        String(text.maskingImageCredentials.prefix(80))
    }
}

extension Environment {
    /// Tags that are moved on purpose, so that they point to another image later.
    private static let movingTags: Set<String> = ["latest", "stable", "edge", "nightly", "main"]

    /// Returns the warnings about a base image that the definition names without a digest.
    func baseImageDiagnostics(_ image: ImageReference, pinned: ImageReference) -> [Diagnostic] {
        guard image.digest == nil else { return [] }
        let place = Self.baseImageLocation
        var diagnostics: [Diagnostic] = []
        if let tag = image.tag {
            if Self.movingTags.contains(tag) {
                diagnostics.append(ImageBuildDiagnostics.baseImageFloating(tag, at: place))
            }
        } else {
            diagnostics.append(ImageBuildDiagnostics.baseImageUntagged(image, at: place))
        }
        if pinned.digest == nil {
            diagnostics.append(ImageBuildDiagnostics.baseImageDigestUnknown(image, at: place))
        }
        return diagnostics
    }
}
