internal import AzureMLSupport
internal import AzureMLSystem

/// The usual cause of a failed build, told from what the engine and the command that failed wrote.
struct BuildFailureCause: Sendable, Hashable {
    /// What to say in plain words.
    let explanation: String
    let hint: FixHint

    init(_ explanation: String, hint: FixHint) {
        self.explanation = explanation
        self.hint = hint
    }

    /// Looks through what an engine itself says.
    init?(engineLines lines: [String]) {
        guard let cause = Self.fullDisk(lines) ?? Self.cause(in: lines, Self.sharedRules + Self.engineRules) else {
            return nil
        }
        self = cause
    }

    /// Looks through the end of what a command writes.
    init?(commandLines lines: [String]) {
        guard let cause = Self.cause(in: lines, Self.commandRules + Self.sharedRules) else { return nil }
        self = cause
    }

    private static func cause(in lines: [String], _ rules: [Rule]) -> BuildFailureCause? {
        let lines = lines.map { $0.lowercased() }
        return rules.first { rule in
            rule.signs.contains { sign in lines.contains { line in sign.allSatisfy { line.contains($0) } } }
        }?.cause
    }

    /// All words of one sign stand in one line.
    struct Rule: Sendable {
        let signs: [[String]]
        let cause: BuildFailureCause
    }

    /// Engines name the file that they could not write, which tells their images from their temporary files.
    private static func fullDisk(_ lines: [String]) -> BuildFailureCause? {
        guard let path = lines.lazy.compactMap(fullPath).first else { return nil }
        return BuildFailureCause(
            "the disk that holds '\(path)' is full",
            hint: "free some space there; TMPDIR names another folder for temporary files"
        )
    }

    private static func fullPath(_ line: String) -> String? {
        // So Podman and Buildah say that a layer has no room among their temporary files.
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
