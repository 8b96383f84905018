internal import AzureMLSupport
internal import DockerSyntax
internal import Environment

/// The labels that say where an image comes from, with OCI's standard names where they exist.
///
/// There are few of them, because Podman and Buildah make each label a step.
enum ImageLabels {
    static let environmentName = "org.opencontainers.image.title"
    static let environmentVersion = "org.opencontainers.image.version"
    static let environmentHash = "azureml.environment.hash"

    /// The labels of an image that is built from an environment.
    ///
    /// - Parameters:
    ///   - plan: The plan of the build.
    ///   - base: The base image, if the engine has it already.
    /// - Returns: The labels, sorted by name.
    static func labels(of plan: ImageBuildPlan, base: EngineImage?) -> [ImageLabel] {
        let environment = plan.environment
        var labels = [
            ImageLabel(name: environmentHash, value: environment.contentHash),
            ImageLabel(name: environmentName, value: encoded(environment.name)),
            ImageLabel(name: environmentVersion, value: encoded(environment.version ?? "")),
        ]
        if let image = plan.baseImage {
            labels.append(ImageLabel(name: "org.opencontainers.image.base.name", value: image.description))
            if let digest = (image.digest ?? base?.digest(in: image))?.text {
                labels.append(ImageLabel(name: "org.opencontainers.image.base.digest", value: digest))
            }
        }
        return labels.sorted { $0.name < $1.name }
    }

    /// The characters with a special meaning in a Dockerfile: Podman and Buildah write labels into one.
    private static let special = Array("$\"'\\`%".utf8)

    /// Returns the text with `%xx` for each byte that has a special meaning in a Dockerfile.
    static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            guard special.contains(byte) else {
                bytes.append(byte)
                continue
            }
            bytes += Array("%\(byte.hexadecimal(digits: 2))".utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Returns the text that was encoded; a `%` that is not followed by two digits stays.
    static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
