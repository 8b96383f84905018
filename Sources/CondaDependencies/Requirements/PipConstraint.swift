internal import AzureMLSupport

/// A line of a constraints file: which versions of a package may be installed, if it is.
struct PipConstraint {
    let entry: ParsedEntry<PipRequirement>
    let location: SourceLocation

    /// `nil` when the line cannot be read.
    var requirement: PipRequirement? { try? entry.package.get() }

    /// Whether it says nothing but which versions there may be.
    var isPlain: Bool {
        guard let requirement else { return false }
        return requirement.kind == .package && requirement.url == nil && requirement.extras.isEmpty
            && requirement.requirementOptions.isEmpty
    }
}
