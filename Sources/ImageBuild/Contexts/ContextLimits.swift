/// The size of a folder up to which it is taken into memory.
struct ContextLimits: Sendable {
    var entries: Int
    var bytes: Int
    var depth: Int

    static let standard = ContextLimits(entries: 100_000, bytes: 2 << 30, depth: 128)

    /// azureml-core warns from here on.
    static let recommended = ContextLimits(entries: 100, bytes: 1 << 20, depth: .max)
}
