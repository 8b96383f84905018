/// The last lines of a build, each with the step that it belongs to.
struct BuildOutputTail: Sendable {
    private static let limit = 400
    private var lines: [(text: String, step: ImageBuildStep?)] = []

    mutating func add(_ events: [ImageBuildEvent]) {
        for case .output(let text, let step) in events { lines.append((text, step)) }
        if lines.count > 2 * Self.limit { lines.removeFirst(lines.count - Self.limit) }
    }

    var texts: [String] { lines.map(\.text) }

    func texts(of step: ImageBuildStep) -> [String] {
        lines.filter { $0.step == step }.map(\.text)
    }
}

/// Attributes each line of a failed build's output to the engine or to a command, because commands can print text that
/// looks like the engine's.
struct BuildFailureTraces: Sendable, Hashable {
    /// The lines that the engine itself wrote.
    var engineLines: [String] = []
    /// The last lines of the command that was running; empty when no command was running.
    var commandLines: [String] = []
    /// The exit status of the command, if the engine reports it.
    var exitCode: Int?

    /// How many of a command's last lines are searched: some commands end with a long list of what they did not find.
    private static let searchedLines = 50

    /// Sorts the last lines of a build.
    ///
    /// - Parameters:
    ///   - style: The style of the engine's output.
    ///   - step: The step that failed; `nil` when no step had begun.
    ///   - tail: The last lines of the output.
    ///   - ending: How the engine's program ended.
    init(_ style: BuildOutputStyle, step: ImageBuildStep?, tail: BuildOutputTail, ending: String) {
        let all = tail.texts
        guard let step, step.isCommand else {
            engineLines = (step.map(tail.texts(of:)) ?? all) + [all.last { !$0.isEmpty }, ending].compactMap(\.self)
            return
        }
        let lines = tail.texts(of: step)
        exitCode = all.suffix(Self.searchedLines).reversed().lazy.compactMap(style.exitCode).first
        commandLines = lines.filter { !style.isEngineLine($0) }.suffix(Self.searchedLines)
        engineLines = lines.filter { style.isEngineLine($0) && style.exitCode(in: $0) == nil } + [ending]
        // If the engine does not report how the command ended, the last line says what went wrong.
        if exitCode == nil { engineLines += all.last { !$0.isEmpty }.map { [$0] } ?? [] }
    }

    /// The usual cause of the failure; `nil` when it is not a known one.
    ///
    /// The order matters: a full disk also makes packages fail, and a missing conda ends with a message of the shell.
    var cause: BuildFailureCause? {
        if exitCode == 137 { return .killed }
        return BuildFailureCause(engineLines: engineLines) ?? BuildFailureCause(commandLines: commandLines)
    }
}

extension ImageBuildStep {
    /// Whether the step runs a command, whose output is not the engine's.
    fileprivate var isCommand: Bool {
        instruction.prefix { $0 != " " }.uppercased() == "RUN"
    }
}
