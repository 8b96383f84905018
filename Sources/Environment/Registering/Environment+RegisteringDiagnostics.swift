internal import AzureMLSupport
internal import CondaDependencies

extension Environment {
    /// The codes of findings about a file that was read, which cannot be worked out from the value.
    private static let codesAboutFiles: Set<Diagnostic.Code> = [
        EnvironmentDiagnostics.pythonVersionMissing.code, CondaDiagnostics.constraintLost.code,
    ]

    /// Joins the earlier findings with those about the value that was registered.
    ///
    /// Of the earlier findings, only those about a file remain as they are. The others could be out of date, and give
    /// only their place to an equal current finding, because the user knows the file that was loaded.
    ///
    /// - Parameter current: The findings about the value that was registered.
    /// - Returns: The diagnostics of the registered environment, each finding once.
    func diagnostics(registering current: [Diagnostic]) -> [Diagnostic] {
        let versions = "\(name):"
        let loaded = diagnostics.filter { $0.location?.file?.utf8.starts(with: versions.utf8) != true }
        var known = Dictionary(grouping: loaded, by: Finding.init).mapValues { $0[...] }
        return diagnostics.filter { Self.codesAboutFiles.contains($0.code) }
            + current.map { known[Finding($0)]?.popFirst() ?? $0 }
    }
}

/// A diagnostic without its location.
private struct Finding: Hashable {
    let code: Diagnostic.Code
    let message: LocalizedText

    init(_ diagnostic: Diagnostic) {
        code = diagnostic.code
        message = diagnostic.message
    }
}
