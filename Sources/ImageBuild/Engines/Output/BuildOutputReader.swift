/// Turns the lines that an engine writes into events.
///
/// A line that does not look like one of the engine's own is output. A stranger's command can print any line, but that
/// causes nothing worse than a wrong event.
protocol BuildOutputReader: Sendable {
    /// Returns the events of a line, including its output, at a time on the caller's clock.
    mutating func events(of line: String, at time: Duration) -> [ImageBuildEvent]
    /// Returns the last events, after the engine has ended.
    mutating func finish(at time: Duration) -> [ImageBuildEvent]
    /// The step that is running, or the one that failed.
    var currentStep: ImageBuildStep? { get }
}
