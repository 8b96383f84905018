internal import AzureMLSupport

/// The name of a package that references are compared with.
package struct PackageName: Sendable, Hashable {
    private let condaName: String
    private let pipName: String

    /// A name alone; `nil` for anything else.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy(\.isInName) else { return nil }
        condaName = text.lowercased()
        pipName = PipRequirement.normalized(text.utf8)
    }

    /// Whether a reference names this package, as its package manager compares names.
    package func isName(of reference: PackageReference) -> Bool {
        let name = reference.source == .conda ? condaName : pipName
        return reference.name.exact == name.exact
    }
}
