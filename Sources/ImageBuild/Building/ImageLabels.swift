internal import AzureMLSupport
internal import DockerSyntax
internal import Environment

/// What an image says of where it comes from, under OCI's own names where there is one.
///
/// Few, because Podman and Buildah make each of them a step.
enum ImageLabels {
    static let environmentName = "org.opencontainers.image.title"
    static let environmentVersion = "org.opencontainers.image.version"
    static let environmentHash = "azureml.environment.hash"

    /// The labels of an image that is built from an environment.
    ///
    /// - Parameters:
    ///   - plan: What is built.
    ///   - base: The image that it is built upon, as far as the engine knows it already.
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

    /// The characters to which a Dockerfile gives a meaning: Podman and Buildah write labels into one.
    private static let special = Array("$\"'\\`%".utf8)

    /// The text with `%xx` for each byte that a Dockerfile gives a meaning.
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

    /// The text that was encoded; a `%` without two digits behind it stays.
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
