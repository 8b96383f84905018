internal import AzureMLSupport
internal import AzureMLSystem

/// The usual cause of a failed build, found in the output of the engine and of the command that failed.
struct BuildFailureCause: Sendable, Hashable {
    /// The cause in plain words.
    let explanation: String
    let hint: String

    init(_ explanation: String, hint: String) {
        self.explanation = explanation
        self.hint = hint
    }

    /// Finds the cause in the lines of an engine itself; `nil` when no rule fits.
    init?(engineLines lines: [String]) {
        guard let cause = Self.fullDisk(lines) ?? Self.cause(in: lines, Self.sharedRules + Self.engineRules) else {
            return nil
        }
        self = cause
    }

    /// Finds the cause in the last lines of a command; `nil` when no rule fits.
    init?(commandLines lines: [String]) {
        // The errors that pip prints before it succeeds are not the cause of a later failure.
        let lines = Array(lines.suffix(from: lines.lastIndex { $0.contains("Successfully installed ") } ?? 0))
        let errors = lines.filter { !$0.isWarning }
        guard
            let cause = Self.cause(in: errors, Self.commandRules + Self.sharedRules) ?? Self.pythonMismatch(errors)
                ?? Self.cause(in: Self.warningsOfMissingRequirements(lines), Self.commandRules)
                ?? Self.possiblePythonMismatch(errors) ?? Self.cause(in: errors, Self.consequenceRules)
        else { return nil }
        self = cause
    }

    private static func cause(in lines: [String], _ rules: [Rule]) -> BuildFailureCause? {
        let lines = lines.map { $0.lowercased() }
        return rules.first { rule in
            rule.signs.contains { sign in lines.contains { line in sign.allSatisfy { line.contains($0) } } }
        }?.cause
    }

    /// A cause and its signs: a rule fits when one line contains all words of one sign.
    struct Rule: Sendable {
        let signs: [[String]]
        let cause: BuildFailureCause
    }

    /// Engines name the file that they could not write, which distinguishes their images from their temporary files.
    private static func fullDisk(_ lines: [String]) -> BuildFailureCause? {
        guard let path = lines.lazy.compactMap(fullPath).first else { return nil }
        return BuildFailureCause(
            "the disk that holds '\(path)' is full",
            hint: "free some space there, or set TMPDIR to a folder on another disk, for temporary files"
        )
    }

    private static func fullPath(_ line: String) -> String? {
        // Podman and Buildah write this when a layer does not fit on the disk of their temporary files.
        if line.contains("storing layer"), line.contains("to file: io: read/write on closed pipe") {
            return ScratchDirectory.Purpose.largeFiles.parents.last
        }
        let parts = line.split(separator: ": ")
        guard let index = parts.firstIndex(where: { $0.lowercased().hasPrefix("no space left on device") }), index > 0,
            let path = parts[index - 1].split(separator: " ").last, path.hasPrefix("/")
        else { return nil }
        return String(path)
    }
}
