/// Makes events of the lines that an engine writes.
///
/// A line that is like none of the engine's own is output: a stranger's command can write whatever it likes, and gains
/// nothing by it but a wrong event.
protocol BuildOutputReader: Sendable {
    /// The events of a line, its output among them, at a time on the caller's clock.
    mutating func events(of line: String, at time: Duration) -> [ImageBuildEvent]
    /// The events once the engine ended.
    mutating func finish(at time: Duration) -> [ImageBuildEvent]
    /// The step that is being done, or the one that failed.
    var currentStep: ImageBuildStep? { get }
}
