internal import AzureMLSupport

/// A line of a constraints file, which limits the versions of a package if it is installed.
struct PipConstraint {
    let entry: ParsedEntry<PipRequirement>
    let location: SourceLocation

    /// The parsed line; `nil` when the line cannot be read.
    var requirement: PipRequirement? { try? entry.package.get() }

    /// Whether the line only limits versions.
    var isPlain: Bool {
        guard let requirement else { return false }
        return requirement.kind == .package && requirement.url == nil && requirement.extras.isEmpty
            && requirement.requirementOptions.isEmpty
    }
}
