/// A step of a build: one instruction of the Dockerfile.
public struct ImageBuildStep: Sendable, Hashable, CustomStringConvertible {
    /// The 1-based number of the step in its stage.
    public let number: Int
    /// How many steps the stage has.
    public let total: Int
    /// The stage's name in the engine's output; `nil` in a Dockerfile with one stage.
    public let stage: String?
    /// The instruction, as the engine shows it.
    public let instruction: String

    /// `step 6 of 15 'RUN …'`, the instruction in at most 80 characters.
    public var description: String {
        let place = stage.map { " of stage \($0)" } ?? ""
        let shown = instruction.count > 80 ? "\(instruction.prefix(79))…" : instruction
        return "step \(number) of \(total)\(place) '\(shown)'"
    }
}

extension ImageBuildStep {
    /// Reads `6/15`.
    init?(fraction: Substring, stage: String?, instruction: Substring) {
        let parts = fraction.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), let total = Int(parts[1]), number >= 1, number <= total
        else {
            return nil
        }
        let instruction = String(instruction.drop { $0 == " " })
        self.init(number: number, total: total, stage: stage, instruction: instruction)
    }
}
