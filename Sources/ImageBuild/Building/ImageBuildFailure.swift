public import AzureMLSupport
internal import AzureMLSystem

/// Why a build failed: the step, the last lines, and the usual cause in plain words.
public struct ImageBuildFailure: Sendable, Hashable, CustomStringConvertible {
    /// The step that failed; `nil` when the engine did not come to a first one.
    public let step: ImageBuildStep?
    /// The last lines of the log, with secrets masked.
    public let lastLines: [String]
    /// The usual cause of such lines, in one sentence; `nil` when it is none that this SDK knows.
    public let explanation: String?
    /// What to do about it.
    public let hint: FixHint?

    /// How many of the last lines are shown.
    static let shownLines = 20

    /// A build that ended by the engine's word.
    ///
    /// - Parameters:
    ///   - style: How the engine writes.
    ///   - step: The step that failed; `nil` when the engine did not come to a first one.
    ///   - tail: The last lines that the engine wrote, with secrets masked.
    ///   - ending: How the engine's program ended.
    init(_ style: BuildOutputStyle, step: ImageBuildStep?, tail: BuildOutputTail, ending: String) {
        let lines = tail.texts
        let cause = BuildFailureTraces(style, step: step, tail: tail, ending: ending).cause
        self.step = step
        lastLines = lines.suffix(Self.shownLines)
        explanation = cause?.explanation ?? (lines.isEmpty ? ending : nil)
        hint = cause?.hint
    }

    /// A build that did not end by the engine's word, but by an error which says more than the engine's last lines.
    ///
    /// - Parameters:
    ///   - error: The error.
    ///   - lines: What the engine wrote until then, with secrets masked.
    ///   - mask: What must not show of the error.
    init(_ error: any Error, lines: [String], mask: SecretMask) {
        let report = (error as? any AzureMLError)?.report
        let fileError = error as? FileSystemError ?? report?.underlying as? FileSystemError
        let message = mask.masking(report?.message ?? "\(error)")
        step = nil
        lastLines = lines.suffix(Self.shownLines)
        explanation = message
        // A file of ours is no fault of the engine's. A workspace says itself what to do about its disk.
        let isOfBuild = error is FileSystemError || error is ImageBuildError
        let own = isOfBuild && fileError?.isDiskFull == true ? Self.noRoom : report?.hint ?? fileError?.hint
        hint = own.map { FixHint(mask.masking($0.text)) } ?? BuildFailureCause(engineLines: [message])?.hint
    }

    private static let noRoom: FixHint =
        "free some space on that disk; TMPDIR names another folder for the files of a build"

    /// The sentence of an error, such as `step 8 of 15 'RUN …' failed: the base image has no conda`.
    var sentence: String {
        let place = step.map(\.description) ?? "the build"
        let reason = explanation ?? lastLines.last { !$0.isEmpty } ?? "the engine does not say why"
        return "\(place) failed: \(reason)"
    }

    /// The step, the cause, what to do, and the last lines.
    public var description: String {
        var lines = [sentence.escapingControlCharacters]
        if let hint { lines.append("fix: \(hint.text)") }
        return (lines + lastLines.map { "  \($0.escapingControlCharacters)" }).joined(separator: "\n")
    }
}
