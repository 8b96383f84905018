internal import AzureMLSupport
internal import CondaDependencies

extension BuildFailureCause {
    /// Returns the warnings that explain why pip finds no version of a requirement; empty when another error ends the
    /// command, because pip recovered from its warnings then.
    ///
    /// The order of the lines proves nothing, because conda prints pip's standard error stream after its standard
    /// output. The project in the address that a warning names shows whether it concerns the requirement.
    ///
    /// - Parameter lines: The lines of a command.
    /// - Returns: The warnings.
    static func warningsOfMissingRequirements(_ lines: [String]) -> [String] {
        let missing = Set(lines.compactMap(\.nameOfMissingRequirement))
        guard !missing.isEmpty else { return [] }
        let isIndexReached = lines.contains(where: \.listsVersions)
        return lines.filter { line in
            line.isWarning && !line.announcesMoreAttempts && !(isIndexReached && line.reportsLostConnection)
                && line.projectOfIndexPage.map(missing.contains) ?? true
        }
    }
}

extension String {
    /// Whether a command goes on after such a line. Versions of pip before 19 print no `WARNING: `.
    var isWarning: Bool { contains("WARNING: ") || reportsLostConnection }

    fileprivate var reportsLostConnection: Bool { contains("Retrying (Retry(") || contains("Could not fetch URL ") }

    /// Whether pip would write another warning if the attempt that the line announces failed too.
    fileprivate var announcesMoreAttempts: Bool { contains("Retrying (Retry(") && !contains("Retry(total=0,") }

    /// The project in the address of its page in a package index, such as `numpy` in `/simple/numpy/`.
    fileprivate var projectOfIndexPage: String? {
        let name = text(after: "simple/")?.prefix { $0.isLetter || $0.isNumber || "-._".contains($0) }
        return name.flatMap { $0.isEmpty ? nil : String($0) }
    }

    /// Whether pip lists versions of a requirement, none of which fits. Old versions of pip write `none` as nothing.
    fileprivate var listsVersions: Bool {
        text(after: "(from versions: ").map { !$0.hasPrefix("none)") && !$0.hasPrefix(")") } ?? false
    }

    fileprivate var nameOfMissingRequirement: String? {
        text(after: "No matching distribution found for ").flatMap { text in
            try? PipRequirement(String(text.prefix { $0 != " " && $0 != ";" && $0 != "\u{1B}" })).normalizedName
        }
    }
}
