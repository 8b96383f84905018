/// A container in which an engine runs a step of a build.
struct BuildContainer: Sendable, Hashable {
    let id: String
    /// The name of the image that it started from, if the engine reports it.
    let image: String
    /// The id of that image without `sha256:`, if the engine reports it.
    let imageID: String
}
