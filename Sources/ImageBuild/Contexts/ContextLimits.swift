/// The largest size of a folder that is read into memory.
struct ContextLimits: Sendable {
    var entries: Int
    var bytes: Int
    var depth: Int

    static let standard = ContextLimits(entries: 100_000, bytes: 2 << 30, depth: 128)

    /// The size above which azureml-core warns.
    static let recommended = ContextLimits(entries: 100, bytes: 1 << 20, depth: .max)

    /// The number of steps of the rules of `.dockerignore` that are looked at for all files together: some seconds.
    static let ignoreWork = 100_000_000
}
