/// A build as an engine is told of it.
struct EngineBuild: Sendable, Hashable {
    /// The absolute path of the folder that holds the context.
    var contextFolder: String
    /// The Dockerfile's path below it.
    var dockerfilePath: String
    /// The name under which the engine keeps the image.
    var image: String
    /// Operating system and processor; `nil` for the engine's own.
    var platform: ImagePlatform?
    /// Put on the image, in this order.
    var labels: [ImageLabel] = []
    /// The time of all that the image holds, in seconds since 1970.
    var timestamp: Int
    /// The network that commands see; `nil` for the engine's own choice.
    var network: String?
    /// Whether the image says something for which only Docker's own format has a place, such as a shell.
    var needsDockerFormat = false
    /// Whether all images that are fetched lie in a registry of this machine, which may speak plain HTTP.
    var allowsPlainHTTP = false
    /// Whether layers may come from earlier builds, which can have had another time or another platform.
    var usesCache = true

    var dockerfile: String { "\(contextFolder)/\(dockerfilePath)" }
}
