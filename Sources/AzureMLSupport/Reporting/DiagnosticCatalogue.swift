/// The diagnostics of one module. Each case is the code of a diagnostic, with its texts in English and Japanese.
///
/// A code keeps its meaning forever, and no two catalogues share a code.
package protocol DiagnosticCatalogue: CaseIterable, RawRepresentable<String>, Sendable {}

extension DiagnosticCatalogue {
    package var code: Diagnostic.Code { Diagnostic.Code(stringLiteral: rawValue) }

    /// Makes a diagnostic of this code; the message is one sentence with a full stop, the hint one without.
    package func diagnostic(
        _ severity: Diagnostic.Severity,
        english: String,
        japanese: String,
        at location: SourceLocation?,
        hint: LocalizedText? = nil
    ) -> Diagnostic {
        Diagnostic(
            code: code,
            severity: severity,
            message: LocalizedText(english: english, japanese: japanese),
            location: location,
            hint: hint
        )
    }
}
