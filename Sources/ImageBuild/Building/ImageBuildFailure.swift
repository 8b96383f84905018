internal import AzureMLSupport
internal import AzureMLSystem

/// Why a build failed: the step, the last lines, and the usual cause in plain words.
public struct ImageBuildFailure: Sendable, Hashable, CustomStringConvertible {
    /// The step that failed; `nil` when the engine failed before the first one.
    public let step: ImageBuildStep?
    /// The last lines of the log, with secrets masked.
    public let lastLines: [String]
    /// The usual cause of such a failure, in one sentence; `nil` when this SDK does not know it.
    public let explanation: String?
    /// The way to fix it.
    public let hint: String?

    /// How many of the last lines are shown.
    static let shownLines = 20

    /// Describes a build that the engine ended with a failure.
    ///
    /// - Parameters:
    ///   - style: The style of the engine's output.
    ///   - step: The step that failed; `nil` when the engine failed before the first one.
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

    /// Describes a build that ended with an error of this SDK, which says more than the engine's last lines.
    ///
    /// - Parameters:
    ///   - error: The error.
    ///   - lines: The lines that the engine wrote before the error, with secrets masked.
    ///   - mask: The secrets to mask in the error's text.
    init(_ error: any Error, lines: [String], mask: SecretMask) {
        let report = (error as? any AzureMLError)?.report
        let fileError = error as? FileSystemError ?? report?.underlying as? FileSystemError
        let message = mask.masking(report?.message ?? "\(error)")
        step = nil
        lastLines = lines.suffix(Self.shownLines)
        explanation = message
        // A full disk here concerns this SDK's temporary files, not the engine's images. The errors of a workspace have
        // their own hint.
        let isOfBuild = error is FileSystemError || error is ImageBuildError
        let own = isOfBuild && fileError?.isDiskFull == true ? Self.diskFullHint : report?.hint ?? fileError?.hint
        hint = own.map(mask.masking) ?? BuildFailureCause(engineLines: [message])?.hint
    }

    private static let diskFullHint =
        "free some space on that disk, or set TMPDIR to a folder on another disk, for the build's files"

    /// The sentence of an error, such as `step 8 of 15 'RUN …' failed: the base image has no conda`.
    var sentence: String {
        let place = step.map(\.description) ?? "the build"
        let reason = explanation ?? lastLines.last { !$0.isEmpty } ?? "the engine gives no reason"
        return "\(place) failed: \(reason)"
    }

    /// The step, the cause, the hint and the last lines.
    public var description: String {
        var lines = [sentence.escapingControlCharacters]
        if let hint { lines.append("fix: \(hint)") }
        return (lines + lastLines.map { "  \($0.escapingControlCharacters)" }).joined(separator: "\n")
    }
}
