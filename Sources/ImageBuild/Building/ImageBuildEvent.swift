/// A step of a build: one instruction of the Dockerfile.
public struct ImageBuildStep: Sendable, Hashable, CustomStringConvertible {
    /// The step's number in its stage, from 1.
    public let number: Int
    /// How many steps the stage has.
    public let total: Int
    /// The stage, as the engine calls it; `nil` in a Dockerfile with one stage.
    public let stage: String?
    /// The instruction, as the engine shows it.
    public let instruction: String

    /// Makes a step.
    public init(number: Int, total: Int, stage: String? = nil, instruction: String) {
        self.number = number
        self.total = total
        self.stage = stage
        self.instruction = instruction
    }

    /// `step 6 of 15 'RUN …'`, the instruction in at most 80 characters.
    public var description: String {
        let place = stage.map { " of stage \($0)" } ?? ""
        let shown = instruction.count > 80 ? "\(instruction.prefix(79))…" : instruction
        return "step \(number) of \(total)\(place) '\(shown)'"
    }
}

/// What happens in a build. Later versions may add cases.
public enum ImageBuildEvent: Sendable, Hashable {
    /// A step begins.
    case started(ImageBuildStep)
    /// The step was taken from the engine's cache.
    case cached(ImageBuildStep)
    /// A line that the engine wrote, and the step that it belongs to.
    case output(String, step: ImageBuildStep?)
    /// A step is done. It took that long, by the engine's own clock where it tells.
    case finished(ImageBuildStep, duration: Duration)
}
