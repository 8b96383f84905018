internal import AzureMLSupport
internal import LosslessYAML

/// The diagnostics about mappings among the dependencies.
extension CondaDiagnostics {
    /// `- numpy: 1.26`, which azureml-core drops and conda takes for the name of an installer.
    ///
    /// - Parameters:
    ///   - mapping: The item.
    ///   - location: The place of the colon.
    /// - Returns: The diagnostic.
    static func strayColon(_ mapping: StrayMapping, at location: SourceLocation) -> Diagnostic {
        let (written, meant) = (mapping.written, mapping.meant)
        return strayColon.diagnostic(
            .error,
            english: "'\(written)' is a mapping, not a package, and is not installed"
                + (meant.map { "; write '\($0)'." } ?? "."),
            japanese: "「\(written)」はパッケージ指定ではなくマッピングのため、インストールされません。"
                + (meant.map { "「\($0)」と書いてください。" } ?? ""),
            at: location,
            hint: meant == nil ? mapping.isCollection ? listingPackages : PackageKind.condaPackage.hint : nil
        )
    }

    private static let listingPackages = LocalizedText(
        english: "only 'pip:' has a list below it; write each package on its own line, after '- '",
        japanese: "リストは「pip:」の下にだけ書けます。パッケージは 1 行に 1 つずつ「- 」に続けて書いてください"
    )

    /// `- {{ name }}`, which YAML reads as mappings.
    static func templateItem(at location: SourceLocation) -> Diagnostic {
        strayColon.diagnostic(
            .error,
            english: "'{{ … }}' is a mapping, not a package, and is not installed.",
            japanese: "「{{ … }}」はパッケージ指定ではなくマッピングのため、インストールされません。",
            at: location,
            hint: givingRendered
        )
    }

    /// The advice for a text with a template's braces.
    static let givingRendered = LocalizedText(
        english: YAMLError.templateHint,
        japanese: "これはテンプレートです。テンプレートから生成したファイルを指定してください"
    )

    /// A `pip:` list that another one follows: conda and azureml-core use the last one only.
    static func pipSectionRepeated(count: Int, at location: SourceLocation) -> Diagnostic {
        pipSectionRepeated.diagnostic(
            .error,
            english: "Only the last of the \(count) pip lists is used, so the packages listed here are ignored.",
            japanese: "pip のリストが \(count) 個ありますが、使われるのは最後のものだけのため、ここに書かれたパッケージは無視されます。",
            at: location,
            hint: LocalizedText(english: "join the lists", japanese: "リストを 1 つにまとめてください")
        )
    }
}
