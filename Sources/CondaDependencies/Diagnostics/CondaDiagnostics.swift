internal import AzureMLSupport

/// The diagnostics of this module.
package enum CondaDiagnostics: String, DiagnosticCatalogue {
    case specificationInvalid = "conda-dependencies-invalid"
    case itemNotText = "yaml-item-not-text"
    case nameUnproven = "name-prediction-unproved"
    case matchSpecInvalid = "conda-spec-invalid"
    case requirementInvalid = "pip-requirement-invalid"
    case strayColon = "dependency-stray-colon"
    case constraintLost = "pip-constraint-lost"
    case includedFile = "pip-include-file"
    case localPath = "pip-local-path"
    case localPackage = "conda-local-path"
    case channelNotReachable = "channel-not-reachable"
    case pipSectionRepeated = "pip-section-repeated"
    case variableNotReplaced = "pip-variable-not-replaced"
}

extension CondaDiagnostics {
    /// The value that a key has in place of a list.
    enum NotAList {
        case empty, text
        case version(String)
    }

    /// `channels: conda-forge` or an empty `dependencies:`, in place of a list.
    static func notAList(key: String, _ content: NotAList, at location: SourceLocation?) -> Diagnostic {
        let reason: LocalizedText
        let hint: LocalizedText
        switch content {
        case .empty:
            reason = LocalizedText(
                english: "`\(key)` is empty, which azureml-core cannot open",
                japanese: "`\(key)` が空のため、azureml-core では開けません"
            )
            hint = LocalizedText(
                english: "write '\(key): []', or remove the line",
                japanese: "「\(key): []」と書くか、この行を削除してください"
            )
        case .text, .version:
            reason = LocalizedText(
                english: "`\(key)` is a string instead of a list, and azureml-core reads it letter by letter",
                japanese: "`\(key)` がリストではなく文字列のため、azureml-core では 1 文字ずつ読み取られます"
            )
            hint = if case .version(let version) = content { askingForPip(version) } else { movingToOwnLine }
        }
        return specificationInvalid.diagnostic(
            .error,
            english: "The conda specification is not well formed: \(reason.english).",
            japanese: "conda 仕様の形式が正しくありません（\(reason.japanese)）。",
            at: location,
            hint: hint
        )
    }

    private static let movingToOwnLine = LocalizedText(
        english: "write the entry on its own line, after '- '",
        japanese: "項目を独立した行に移し、先頭に「- 」を付けてください"
    )

    private static func askingForPip(_ version: String) -> LocalizedText {
        LocalizedText(
            english: "write '- pip=\(version)' for that version of pip",
            japanese: "そのバージョンの pip を指定するには「- pip=\(version)」と書いてください"
        )
    }

    /// A number, a date, a Boolean or null in place of a package or channel.
    static func notAText(
        _ text: String,
        _ kind: LocalizedText,
        isChannel: Bool,
        hint: LocalizedText,
        at location: SourceLocation?
    ) -> Diagnostic {
        itemNotText.diagnostic(
            .error,
            english: "'\(text)' is read as \(kind.english), not as the name of a \(isChannel ? "channel" : "package").",
            japanese: "「\(text)」は\(isChannel ? "チャネル" : "パッケージ")名ではなく\(kind.japanese)として読み取られます。",
            at: location,
            hint: hint
        )
    }

    static let removingLine = LocalizedText(english: "remove the line", japanese: "この行を削除してください")

    /// A value or key that no public example of an Azure name covers.
    static func nameUnproven(_ text: String, isKey: Bool, at location: SourceLocation?) -> Diagnostic {
        nameUnproven.diagnostic(
            .info,
            english: "The predicted name may differ from Azure's, because no known case covers '\(text)'.",
            japanese: "「\(text)」を含む既知の例がないため、予測した名前は Azure のものと異なる可能性があります。",
            at: location,
            hint: isKey
                ? LocalizedText(english: "use a shorter name", japanese: "より短い名前を使ってください")
                : quoting(text)
        )
    }

    static func matchSpecInvalid(
        _ text: String,
        _ reason: LocalizedText,
        at location: SourceLocation?
    ) -> Diagnostic {
        matchSpecInvalid.diagnostic(
            .error,
            english: "'\(text)' is not a conda package specification: \(reason.english).",
            japanese: "「\(text)」は conda のパッケージ指定として解釈できません（\(reason.japanese)）。",
            at: location,
            hint: text.contains("{{") ? givingRendered : PackageKind.condaPackage.hint
        )
    }

    static func requirementInvalid(
        _ text: String,
        _ reason: LocalizedText,
        at location: SourceLocation?
    ) -> Diagnostic {
        requirementInvalid.diagnostic(
            .error,
            english: "'\(text)' is not a pip requirement: \(reason.english).",
            japanese: "「\(text)」は pip の要件として解釈できません（\(reason.japanese)）。",
            at: location,
            hint: text.contains("{{") ? givingRendered : PackageKind.hint(forPipLine: text)
        )
    }

    /// Constraints of a requirements file that a specification cannot express.
    static func constraintsLost(_ names: String, at location: SourceLocation) -> Diagnostic {
        constraintLost.diagnostic(
            .warning,
            english: "A conda specification cannot hold these constraints: \(names).",
            japanese: "次の制約は conda 仕様では表現できません（\(names)）。",
            at: location,
            hint: requiringConstraints
        )
    }

    static let requiringConstraints = LocalizedText(
        english: "write each version that matters as a requirement",
        japanese: "必要なバージョンはそれぞれ要件として書いてください"
    )

    /// `$NAME` or `${name}` in a line of pip, which replaces `${NAME}` only.
    static func variableNotReplaced(_ reference: String, at location: SourceLocation?) -> Diagnostic {
        let name = reference.filter { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }.uppercased()
        return variableNotReplaced.diagnostic(
            .warning,
            english: "pip does not replace '\(reference)', only references such as '${NAME}', in capital letters.",
            japanese: "「\(reference)」は pip によって置き換えられません。置き換えられるのは「${NAME}」のような大文字の参照だけです。",
            at: location,
            hint: LocalizedText(
                english: "write '${\(name.isEmpty ? "NAME" : name)}', and set that variable where pip runs",
                japanese: "「${\(name.isEmpty ? "NAME" : name)}」と書き、pip を実行する環境でその変数を設定してください"
            )
        )
    }

    static func quoting(_ text: String) -> LocalizedText {
        LocalizedText(english: "put it in quotes: '\(text)'", japanese: "引用符で囲んでください: '\(text)'")
    }
}

extension CondaDiagnostics {
    /// The names of kinds of values.
    enum Kind {
        static let emptyValue = LocalizedText(english: "an empty value", japanese: "空の値")
        static let boolean = LocalizedText(english: "a Boolean value", japanese: "真偽値")
        static let number = LocalizedText(english: "a number", japanese: "数値")
        static let date = LocalizedText(english: "a date", japanese: "日付")
    }
}
