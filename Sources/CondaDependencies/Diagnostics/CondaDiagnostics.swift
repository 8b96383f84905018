package import AzureMLSupport

/// The diagnostics of this module, both languages side by side.
package enum CondaDiagnostics {
    /// The codes of entries in which no package can be seen.
    package static let unreadableEntries: Set<Diagnostic.Code> = [matchSpecCode, requirementCode, strayColonCode]

    private static let matchSpecCode: Diagnostic.Code = "conda-spec-invalid"
    private static let requirementCode: Diagnostic.Code = "pip-requirement-invalid"
    private static let strayColonCode: Diagnostic.Code = "dependency-stray-colon"

    /// `channels: conda-forge` or an empty `dependencies:`, where a list was meant.
    static func notAList(key: String, isEmpty: Bool, at location: SourceLocation?) -> Diagnostic {
        let (english, japanese) =
            isEmpty
            ? (
                "`\(key)` is empty, and azureml-core cannot open that",
                "`\(key)` が空で、azureml-core では開けません"
            )
            : (
                "`\(key)` is a text instead of a list, and azureml-core reads it letter by letter",
                "`\(key)` がリストではなく文字列で、azureml-core では 1 文字ずつ読み取られます"
            )
        return Diagnostic(
            code: "conda-dependencies-invalid",
            severity: .error,
            message: LocalizedText(
                english: "The conda specification is not well formed: \(english).",
                japanese: "conda 仕様の形式が正しくありません（\(japanese)）。"
            ),
            location: location,
            hint: isEmpty
                ? "write '\(key): []', or remove the line"
                : "write the entry on a line of its own, behind '- '"
        )
    }

    /// A number, a date, a truth value or nothing where a package or channel was meant.
    static func notAText(
        _ text: String,
        _ kind: LocalizedText,
        isEmpty: Bool,
        at location: SourceLocation?
    ) -> Diagnostic {
        Diagnostic(
            code: "yaml-item-not-text",
            severity: .error,
            message: LocalizedText(
                english: "'\(text)' is read as \(kind.english), not as the name of a package.",
                japanese: "「\(text)」はパッケージ名ではなく\(kind.japanese)として読み取られます。"
            ),
            location: location,
            hint: isEmpty ? "remove the line" : "put it in quotes: '\(text)'"
        )
    }

    /// A value, or a key, that no proven name of Azure's has.
    static func nameUnproven(_ text: String, isKey: Bool, at location: SourceLocation?) -> Diagnostic {
        Diagnostic(
            code: "name-prediction-unproved",
            severity: .info,
            message: LocalizedText(
                english: "The predicted name may differ from Azure's, because no known case covers '\(text)'.",
                japanese: "「\(text)」を含む既知の例がないため、予測した名前は Azure のものと異なる可能性があります。"
            ),
            location: location,
            hint: isKey ? "use a shorter name" : "put it in quotes: '\(text)'"
        )
    }

    static func matchSpecInvalid(
        _ text: String,
        _ reason: LocalizedText,
        at location: SourceLocation?
    ) -> Diagnostic {
        Diagnostic(
            code: matchSpecCode,
            severity: .warning,
            message: LocalizedText(
                english: "'\(text)' is not a conda package specification: \(reason.english).",
                japanese: "「\(text)」は conda のパッケージ指定として解釈できません（\(reason.japanese)）。"
            ),
            location: location,
            hint: "write a name, and behind it a version if one is wanted, such as 'numpy=1.26'"
        )
    }

    static func requirementInvalid(
        _ text: String,
        _ reason: LocalizedText,
        at location: SourceLocation?
    ) -> Diagnostic {
        Diagnostic(
            code: requirementCode,
            severity: .warning,
            message: LocalizedText(
                english: "'\(text)' is not a pip requirement: \(reason.english).",
                japanese: "「\(text)」は pip の要件として解釈できません（\(reason.japanese)）。"
            ),
            location: location,
            hint: "write a name, and behind it a version if one is wanted, such as 'numpy==1.26.4'"
        )
    }

    /// `- numpy: 1.26`, which azureml-core drops.
    static func strayColon(
        _ written: String,
        meant: String,
        isText: Bool,
        at location: SourceLocation?
    ) -> Diagnostic {
        Diagnostic(
            code: strayColonCode,
            severity: .warning,
            message: LocalizedText(
                english: "'\(written)' is a mapping, not a package; write '\(meant)'.",
                japanese: "「\(written)」はパッケージ指定ではなくマッピングのため、「\(meant)」と書いてください。"
            ),
            location: location,
            hint: isText ? "write '\(meant)'" : "only 'pip:' has a list below it"
        )
    }

    /// Constraints of a requirements file that a specification has no place for.
    static func constraintsLost(_ names: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            code: "pip-constraint-lost",
            severity: .warning,
            message: LocalizedText(
                english: "A specification has no place for these constraints: \(names).",
                japanese: "次の制約は conda 仕様に書けないため失われます: \(names)。"
            ),
            location: location,
            hint: "write each version that matters as a requirement"
        )
    }
}

extension CondaDiagnostics {
    /// The names of kinds of values.
    enum Kind {
        static let emptyValue = LocalizedText(english: "an empty value", japanese: "空の値")
        static let truthValue = LocalizedText(english: "a truth value", japanese: "真偽値")
        static let number = LocalizedText(english: "a number", japanese: "数値")
        static let date = LocalizedText(english: "a date", japanese: "日付")
    }
}
