/// An event of a build. Later versions may add cases.
public enum ImageBuildEvent: Sendable, Hashable {
    /// A step begins.
    case started(ImageBuildStep)
    /// The step was taken from the engine's cache.
    case cached(ImageBuildStep)
    /// A line that the engine wrote, and the step that it belongs to.
    case output(String, step: ImageBuildStep?)
    /// A step is done. The duration is the engine's own measurement if it reports one.
    case finished(ImageBuildStep, duration: Duration)
}

extension ImageBuildEvent {
    /// The line of an output event.
    var line: String? {
        if case .output(let line, _) = self { line } else { nil }
    }
}
