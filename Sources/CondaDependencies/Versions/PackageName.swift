internal import AzureMLSupport

/// A package name to compare references with.
package struct PackageName: Sendable, Hashable {
    private let condaName: String
    let pipName: String

    /// Creates a name; `nil` for a text that is not only a name.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy(\.isInName) else { return nil }
        condaName = text.lowercased()
        pipName = PipRequirement.normalized(text.utf8)
    }

    /// Whether a reference names this package, by the rules of the reference's package manager.
    package func isName(of reference: PackageReference) -> Bool {
        let name = reference.source == .conda ? condaName : pipName
        return reference.name.exact == name.exact
    }
}
