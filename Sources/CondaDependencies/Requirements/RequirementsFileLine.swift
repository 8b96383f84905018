internal import AzureMLSupport

/// A line of a requirements file, or of a constraints file, which limits the versions of a package if it is installed.
struct RequirementsFileLine {
    let entry: ParsedEntry<PipRequirement>
    /// The file and the line; the column where the text starts, unless the line was joined from several.
    let location: SourceLocation

    /// The parsed line; `nil` when the line cannot be read.
    var requirement: PipRequirement? { try? entry.package.get() }

    /// The findings about the line, at its file and line.
    var diagnostics: [Diagnostic] {
        entry.findings.map { finding in
            let column = location.column.map { $0 + (finding.column ?? 1) - 1 }
            return finding.diagnostic(SourceLocation(file: location.file, line: location.line, column: column))
        }
    }

    /// Whether the line only limits versions.
    var isPlain: Bool {
        guard let requirement else { return false }
        return requirement.kind == .package && requirement.url == nil && requirement.extras.isEmpty
            && requirement.requirementOptions.isEmpty
    }
}
