/// A build as it is requested from an engine.
struct EngineBuild: Sendable, Hashable {
    /// The absolute path of the folder that holds the context.
    var contextFolder: String
    /// The Dockerfile's path relative to that folder.
    var dockerfilePath: String
    /// The name under which the engine stores the image.
    var image: String
    /// Operating system and processor; `nil` for the engine's own.
    var platform: ImagePlatform?
    /// The labels of the image, in this order.
    var labels: [ImageLabel] = []
    /// The time of everything in the image, in seconds since 1970.
    var timestamp: Int
    /// The network that commands use; `nil` for the engine's default.
    var network: String?
    /// Whether the image has a setting that only Docker's own format can store, such as a shell.
    var needsDockerFormat = false
    /// Whether all images that are pulled are in a registry on this machine, which may use plain HTTP.
    var allowsPlainHTTP = false
    /// Whether layers may come from earlier builds, which can have another time or platform.
    var usesCache = true

    var dockerfile: String { "\(contextFolder)/\(dockerfilePath)" }
}
