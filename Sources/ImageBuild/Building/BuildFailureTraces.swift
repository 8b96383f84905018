/// The last lines of a build, each with the step that it belongs to.
struct BuildOutputTail: Sendable {
    private static let kept = 400
    private var lines: [(text: String, step: ImageBuildStep?)] = []

    mutating func add(_ events: [ImageBuildEvent]) {
        for case .output(let text, let step) in events { lines.append((text, step)) }
        if lines.count > 2 * Self.kept { lines.removeFirst(lines.count - Self.kept) }
    }

    var texts: [String] { lines.map(\.text) }

    func texts(of step: ImageBuildStep) -> [String] {
        lines.filter { $0.step == step }.map(\.text)
    }
}

/// Who says what in the output of a build that failed: a command can write everything that an engine writes, and mostly
/// of something else.
struct BuildFailureTraces: Sendable, Hashable {
    /// What the engine says itself.
    var engineLines: [String] = []
    /// The last lines of the command that was running; empty when there was none.
    var commandLines: [String] = []
    /// With which code the command ended, where the engine says so.
    var exitCode: Int?

    /// How many lines of a command are looked at: some list what they did not find.
    private static let readLines = 50

    /// Sorts what is known of the end of a build.
    ///
    /// - Parameters:
    ///   - style: How the engine writes.
    ///   - step: The step that failed; `nil` when there was none.
    ///   - tail: The last lines.
    ///   - ending: How the engine's program ended.
    init(_ style: BuildOutputStyle, step: ImageBuildStep?, tail: BuildOutputTail, ending: String) {
        let all = tail.texts
        guard let step, step.isCommand else {
            engineLines = (step.map(tail.texts(of:)) ?? all) + [all.last { !$0.isEmpty }, ending].compactMap(\.self)
            return
        }
        let lines = tail.texts(of: step)
        exitCode = all.suffix(Self.readLines).reversed().lazy.compactMap(style.exitCode).first
        commandLines = lines.filter { !style.isOfEngine($0) }.suffix(Self.readLines)
        engineLines = lines.filter { style.isOfEngine($0) && style.exitCode(in: $0) == nil } + [ending]
        // Without a word on the command, the last line says what else went wrong.
        if exitCode == nil { engineLines += all.last { !$0.isEmpty }.map { [$0] } ?? [] }
    }

    /// The usual cause; `nil` when none is known.
    ///
    /// The order counts: a full disk also makes packages fail, and a missing conda ends with the words of a shell.
    var cause: BuildFailureCause? {
        if exitCode == 137 { return .killed }
        return BuildFailureCause(engineLines: engineLines) ?? BuildFailureCause(commandLines: commandLines)
    }
}

extension ImageBuildStep {
    /// Whether it runs a command of the user's, whose words are not the engine's.
    fileprivate var isCommand: Bool {
        instruction.prefix { $0 != " " }.uppercased() == "RUN"
    }
}
