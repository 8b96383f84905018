/// A container in which an engine does a step of a build.
struct BuildContainer: Sendable, Hashable {
    let id: String
    /// The name of the image that it began with, where the engine tells.
    let image: String
    /// The id of that image without `sha256:`, where the engine tells.
    let imageID: String
}
